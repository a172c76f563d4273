import { type ClaimShape, claimStates } from "../../claims/index.ts";
import type { PaymentState } from "../pages/paymentPage.ts";
import { en } from "../words/en.ts";
import { isUnderway } from "./paymentState.ts";

/** Something is still to come of it; a device has one such case at a time. */
export function isOpen({ state }: Pick<ClaimShape, "state">): boolean {
  return state !== "closed" && state !== "cancelled";
}

/** The same states, as a list of cases is asked for them. */
export const openStates = claimStates.filter((state) => isOpen({ state })).join(",");

/** Refused as it was reported: there is nothing to send, and nobody is waited for. */
export function isRefused({ state, receipt, appeal }: Ending): boolean {
  return state === "reported" && receipt.outcome === "refused" && appeal !== "upheld" && appeal !== "asked";
}

type Ending = Pick<ClaimShape, "state" | "receipt" | "appeal">;

/** Ended without going through its steps: cancelled, or refused from the start. */
export function isOver(claim: Ending): boolean {
  return claim.state === "cancelled" || isRefused(claim);
}

/** The one sentence of a case, by the state it is in, who is to move, and how its payment stands. */
export function caseSentence(
  claim: Pick<ClaimShape, "state" | "next" | "route" | "receipt" | "channel" | "appeal" | "choices">,
  payment: PaymentState = "none",
): string {
  const { state, next, route } = claim;
  const { caseStates: words, caseEnds, paymentComes, paymentCame, sentBack, endedRefused } = en.claim;
  if (next.what === "review") {
    return en.appeal.asked;
  }
  if (next.what === "answer") {
    return en.question.sentence;
  }
  if (state === "received" && next.what === "send_rest") {
    return words.hold;
  }
  if (isRefused(claim)) {
    return words.refused;
  }
  if (next.what === "analyse") {
    return en.answers.gone;
  }
  if (state === "reported" && next.what === "pay") {
    return en.claim.advance.offered;
  }
  if (next.what === "send_back") {
    return en.claim.advance.sendBack;
  }
  if (state === "reported" && claim.channel === "swift") {
    return en.claim.bringIt;
  }
  if (state === "cancelled" && claim.receipt.outcome === "refused") {
    return endedRefused;
  }
  if (state === "chosen" && payment === "captured") {
    return paymentCame;
  }
  if (state === "chosen" && isUnderway(payment)) {
    return paymentComes;
  }
  if (state === "paid" && route === "return") {
    return sentBack;
  }
  if (state !== "closed" || route === undefined) {
    return words[state];
  }
  const isSwapped = claim.choices?.find((way) => way.route === route)?.unit === "replacement";
  return caseEnds[isSwapped ? "plan" : route];
}
