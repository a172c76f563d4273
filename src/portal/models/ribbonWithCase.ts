import type { ClaimShape } from "../../claims/index.ts";
import type { RibbonFacts } from "../ribbon/ribbonFacts.ts";
import { en } from "../words/en.ts";
import { caseSentence } from "./caseSentence.ts";

/** Draws the open case and its deadline into a ribbon, in the words the case page uses. */
export function ribbonWithCase(ribbon: RibbonFacts, claims: readonly ClaimShape[]): RibbonFacts {
  const open = claims.find(({ state }) => state !== "closed" && state !== "cancelled");
  if (open === undefined) {
    return ribbon;
  }
  const { what, by } = open.next;
  const label = en.claim.flags[what];
  const deadline = by === undefined || label === undefined ? [] : [{ label, at: by, kind: "act" as const }];
  return {
    ...ribbon,
    openClaim: { reportedAt: open.openedAt, sentence: caseSentence(open) },
    deadlines: [...ribbon.deadlines, ...deadline],
  };
}
