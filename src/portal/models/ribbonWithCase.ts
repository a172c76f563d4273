import type { ClaimShape } from "../../claims/index.ts";
import type { PaymentState } from "../pages/paymentPage.ts";
import type { RibbonFacts } from "../ribbon/ribbonFacts.ts";
import { en } from "../words/en.ts";
import { caseSentence, isOpen, isRefused } from "./caseSentence.ts";

/** Draws the open case and its deadline into a ribbon, in the words the case page uses. */
export function ribbonWithCase(
  ribbon: RibbonFacts,
  claims: readonly ClaimShape[],
  payment: PaymentState = "none",
): RibbonFacts {
  const open = claims.find(isOpen);
  if (open === undefined) {
    return ribbon;
  }
  const { what, by } = open.next;
  const label = awaitsOwner(open, payment) ? en.claim.flags[what] : undefined;
  const deadline = by === undefined || label === undefined ? [] : [{ label, at: by, kind: "act" as const }];
  return {
    ...ribbon,
    openClaim: { reportedAt: open.openedAt, sentence: caseSentence(open, payment) },
    deadlines: [...ribbon.deadlines, ...deadline],
  };
}

/** Whether the owner has something to do by the case's deadline: nothing to send, nothing left to pay. */
export function awaitsOwner(claim: ClaimShape, payment: PaymentState): boolean {
  const owed = payment === "none" || payment === "declined";
  return claim.next.who === "owner" && !isRefused(claim) && (claim.next.what !== "pay" || owed);
}
