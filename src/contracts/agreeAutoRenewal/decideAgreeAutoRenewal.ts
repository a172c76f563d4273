import { accepted, type Decision, type Money } from "../../platform/index.ts";
import type { Terms } from "../../terms/index.ts";
import { renewsItself } from "../autoRenewal.ts";
import { type Contract, hasDevice } from "../contract.ts";
import type { DeviceRecord } from "../deviceRecord.ts";
import { deviceFacts, planFacts } from "../facts.ts";
import { refuse } from "../refusals.ts";
import type { PresentConsent } from "./presentConsent.ts";

/** What is known when somebody wants a plan to renew by itself. */
export interface ConsentFacts {
  readonly record: DeviceRecord;
  readonly contract: Contract;
  readonly terms: Terms;
  readonly price: Money | undefined;
  readonly seen: Money;
  /** The consent that holds already. */
  readonly present: PresentConsent;
}

/**
 * Whether a running plan may renew by itself at its end, as things stand now; `anew` in place of a consent
 * whose card will not be good. Pure.
 */
export function decideAgreeAutoRenewal(facts: ConsentFacts): Decision<"first" | "anew"> {
  const { record, contract, terms, price, seen, present } = facts;
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
  if (!isSeen) {
    return refuse("price_changed", { receipt });
  }
  return present === "paid_for"
    ? refuse("renews_itself_already")
    : accepted(present === undefined ? "first" : "anew");
}
