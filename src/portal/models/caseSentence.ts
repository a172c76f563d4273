import type { ClaimShape } from "../../claims/index.ts";
import { en } from "../words/en.ts";

/** The one sentence of a case, by the state it is in and who is to move. */
export function caseSentence({ state, next, route }: Pick<ClaimShape, "state" | "next" | "route">): string {
  const { caseStates: words, caseEnds } = en.claim;
  if (state === "received" && next.what === "send_rest") {
    return words.hold;
  }
  if (state === "reported" && next.who === "nobody") {
    return words.refused;
  }
  return state === "closed" && route !== undefined ? caseEnds[route] : words[state];
}
