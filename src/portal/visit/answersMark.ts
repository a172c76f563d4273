import { createHash } from "node:crypto";
import type { Answers } from "./draft.ts";

const markLength = 16;

/**
 * A mark of answers as they were shown. The page that reads them back carries it, so that what is sent is
 * what was seen, whatever another window did to the draft meanwhile.
 */
export function answersMark(answers: Answers): string {
  const sorted = Object.entries(answers).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("base64url").slice(0, markLength);
}
