import type { ClaimShape } from "../../claims/index.ts";
import { en } from "../words/en.ts";

/** The one sentence of a case, by the state it is in. */
export function caseSentence({ state, next }: Pick<ClaimShape, "state" | "next">): string {
  const words = en.claim.caseStates;
  return state === "received" && next.what === "send_rest" ? words.hold : words[state];
}
