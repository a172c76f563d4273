import { accepted, type Decision, type Money } from "../../platform/index.ts";
import type { Terms } from "../../terms/index.ts";
import { renewsItself } from "../autoRenewal.ts";
import { type Contract, hasDevice } from "../contract.ts";
import type { DeviceRecord } from "../deviceRecord.ts";
import { deviceFacts, planFacts } from "../facts.ts";
import { refuse } from "../refusals.ts";

/** What is known when somebody wants a plan to renew by itself. */
export interface ConsentFacts {
  readonly record: DeviceRecord;
  readonly contract: Contract;
  readonly terms: Terms;
  readonly price: Money | undefined;
  readonly seen: Money;
}

/** Whether a running plan may renew by itself at its end, as things stand now. Pure. */
export function decideAgreeAutoRenewal(facts: ConsentFacts): Decision<true> {
  const { record, contract, terms, price, seen } = facts;
  if (!hasDevice(contract)) {
    return refuse("no_running_contract");
  }
  const receipt = terms.decide("renewal", {
    at: contract.endsAt.subtract({ hours: 1 }).toString(),
    device: deviceFacts(record),
    plan: planFacts(record, contract),
  });
  if (receipt.outcome !== "allowed") {
    return refuse(receipt.outcome === "undecided" ? "terms_undecided" : "terms_refuse", { receipt });
  }
  if (!renewsItself(receipt)) {
    return refuse("renewed_by_hand_only", { receipt });
  }
  if (price === undefined) {
    return refuse("renewal_not_priced", { receipt });
  }
  const isSeen = seen.amount === price.amount && seen.currency === price.currency;
  return isSeen ? accepted(true) : refuse("price_changed", { receipt });
}
