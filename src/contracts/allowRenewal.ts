import { accepted, type Decision, type Money } from "../platform/index.ts";
import type { Receipt, Terms } from "../terms/index.ts";
import { type Contract, hasDevice } from "./contract.ts";
import type { DeviceRecord } from "./deviceRecord.ts";
import { deviceFacts, planFacts } from "./facts.ts";
import { refuse } from "./refusals.ts";

/** What is known when a contract is to be renewed. */
export interface RenewalFacts {
  readonly at: Temporal.Instant;
  readonly record: DeviceRecord;
  readonly contract: Contract;
  /** The terms the contract was concluded under. */
  readonly terms: Terms;
  /** The product asked for; undefined asks for whatever follows. */
  readonly product: string | undefined;
  /** What the product costs; undefined when it is not sold for this device. */
  readonly price: Money | undefined;
  /** The charge of an earlier try, which is what is owed then. */
  readonly owed?: Money | undefined;
  /** The price that was shown. Without one whatever it costs is taken. */
  readonly seen?: Money | undefined;
}

/** A renewal the terms allow, and its price. */
export interface RenewalAllowed {
  readonly product: string;
  readonly price: Money;
  readonly receipt: Receipt;
}

/**
 * The product that follows a plan of these terms: the one asked for if it can follow, or the only one there
 * is.
 */
export function followingProduct(terms: Terms, asked: string | undefined): string | undefined {
  const following = terms.plans().filter((plan) => plan.renewalClause !== null);
  return asked === undefined
    ? following[0]?.product
    : following.find((plan) => plan.product === asked)?.product;
}

/** Whether a contract may be renewed now, with what, and at which price. Pure. */
export function allowRenewal(facts: RenewalFacts): Decision<RenewalAllowed> {
  const { at, record, contract, terms, price } = facts;
  if (record.contracts.some(({ renewsNo, state }) => renewsNo === contract.no && state !== "cancelled")) {
    return refuse("renewed_already");
  }
  if (!mayBeFollowed(facts)) {
    return refuse("no_running_contract");
  }
  const product = followingProduct(terms, facts.product);
  if (product === undefined) {
    return refuse("nothing_to_renew_into");
  }
  const receipt = terms.decide("renewal", {
    at: at.toString(),
    device: deviceFacts(record),
    plan: planFacts(record, contract),
  });
  if (receipt.outcome !== "allowed") {
    const isOver = !hasDevice(contract) && receipt.outcome === "refused";
    const code = receipt.outcome === "undecided" ? "terms_undecided" : "terms_refuse";
    return refuse(isOver ? "no_running_contract" : code, { receipt });
  }
  if (price === undefined) {
    return refuse("renewal_not_priced", { receipt });
  }
  return isSeen(facts.seen, facts.owed ?? price)
    ? accepted({ product, price, receipt })
    : refuse("price_changed", { receipt });
}

/** It runs, or it has run out and nothing came after it: the terms may leave some days to renew even then. */
function mayBeFollowed({ contract, record: { contracts } }: RenewalFacts): boolean {
  const isLast = contracts.every(({ no, state }) => no <= contract.no || state === "cancelled");
  return hasDevice(contract) || (contract.state === "expired" && isLast);
}

function isSeen(seen: Money | undefined, owed: Money): boolean {
  return seen === undefined || (seen.amount === owed.amount && seen.currency === owed.currency);
}
