import type { Caller } from "../../platform/index.ts";
import type { RefundKind, RefundView } from "./refund.ts";

/** Who works here has no name outside. */
const OFFICE = "office";

/** What a person here wrote for others here: why a kindness, a payout. The rest is the payee's own word. */
const TOLD: readonly RefundKind[] = ["cancellation", "return", "renewal", "penalty"];

/**
 * A refund as its payee sees it: who works here is the office, what was noted for the office alone is left
 * out, and so is what a provider says of a try.
 */
export function ownRefund<Shown extends RefundView>(refund: Shown, { id }: Pick<Caller, "id">): Shown {
  const { requestedBy, decidedBy, decisionReason, reason, kind, state } = refund;
  const name = (by: string): string => (by === id || by === "dispute" ? by : OFFICE);
  return {
    ...refund,
    requestedBy: name(requestedBy),
    decidedBy: decidedBy === null ? null : name(decidedBy),
    reason: TOLD.includes(kind) ? reason : "",
    decisionReason: state === "declined" ? decisionReason : null,
    failure: null,
  };
}
