import type { ClaimShape } from "../../claims/index.ts";
import { en } from "../words/en.ts";

/** Refused as it was reported: there is nothing to send, and nobody is waited for. */
export function isRefused({ state, receipt }: Pick<ClaimShape, "state" | "receipt">): boolean {
  return state === "reported" && receipt.outcome === "refused";
}

/** The one sentence of a case, by the state it is in and who is to move. */
export function caseSentence(claim: Pick<ClaimShape, "state" | "next" | "route" | "receipt">): string {
  const { state, next, route } = claim;
  const { caseStates: words, caseEnds } = en.claim;
  if (state === "received" && next.what === "send_rest") {
    return words.hold;
  }
  if (isRefused(claim)) {
    return words.refused;
  }
  return state === "closed" && route !== undefined ? caseEnds[route] : words[state];
}
