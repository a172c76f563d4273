import { leftOf } from "../../money/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import type { Facts, Receipt, Terms } from "../../terms/index.ts";
import { refuse } from "../refusals.ts";
import { type RefundGround, refundFacts } from "./refundFacts.ts";

/** What is known when a contract is to be ended. */
export interface CancelFacts extends RefundGround {
  /** The terms it was concluded under, with the statutes beside them. */
  readonly terms: Terms;
  readonly openClaimNo: number | undefined;
  readonly isRenewalUnderway: boolean;
  /** Whether the office asks: it may end a contract nobody paid us for. */
  readonly isOffice: boolean;
}

/** An end, and what it pays back. */
export interface Cancellation {
  readonly receipt: Receipt;
  readonly facts: Facts;
  /** Minor units of the sale's currency; 0 when nothing comes back. */
  readonly amountMinor: number;
  /** The day by which it must be paid. */
  readonly dueAt: Temporal.Instant | null;
}

/** Whether a contract may be ended now, and what that pays back by its terms and by the law. Pure. */
export function decideCancelContract(facts: CancelFacts): Decision<Cancellation> {
  const { contract, sale } = facts;
  if (contract.state === "cancelled") {
    return refuse("contract_cancelled");
  }
  if (contract.state === "expired") {
    return refuse("contract_over");
  }
  if (contract.state === "suspended") {
    return refuse("payment_disputed");
  }
  if (facts.openClaimNo !== undefined) {
    return refuse("claim_open_on_plan");
  }
  if (facts.isRenewalUnderway) {
    return refuse("renewal_being_paid");
  }
  if (sale === undefined && !facts.isOffice) {
    return refuse("paid_elsewhere");
  }
  return decideRefund(facts);
}

/**
 * What the terms and the law say. A provider ends a contract also where nothing comes back; a holder is
 * told first.
 */
function decideRefund(facts: CancelFacts): Decision<Cancellation> {
  const { terms, told, sale } = facts;
  const given = refundFacts(facts);
  const receipt = terms.decide("refund", given);
  if (sale === undefined || (receipt.outcome === "refused" && told.by === "provider")) {
    return accepted({ receipt, facts: given, amountMinor: 0, dueAt: null });
  }
  switch (receipt.outcome) {
    case "amount":
      return accepted({ receipt, facts: given, ...paidBack(receipt, sale) });
    case "refused":
      return refuse("terms_refuse", { receipt });
    case "undecided":
      return refuse("terms_undecided", { receipt });
    default:
      return refuse("refund_for_a_person", { receipt });
  }
}

/**
 * The amount without what lateness adds, which is paid when it is known; never more than is left of what
 * was paid.
 */
function paidBack(
  { refund }: Receipt,
  sale: NonNullable<CancelFacts["sale"]>,
): Pick<Cancellation, "amountMinor" | "dueAt"> {
  const { amount, penalty, payBy } = refund ?? { amount: 0, penalty: 0, payBy: null };
  return {
    amountMinor: Math.min(amount - penalty, leftOf(sale), sale.chargeLeftMinor),
    dueAt: payBy === null ? null : Temporal.Instant.from(payBy),
  };
}
