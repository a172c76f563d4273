import { accepted, type Decision } from "../../platform/index.ts";
import { refuseMessage } from "../messages/index.ts";

/** What somebody wants to write. */
export interface Wanted {
  readonly text: string;
  readonly evidence: readonly number[];
}

/** What a message says and brings, or why it says nothing. `seen`: how many of its pieces the writer sees. */
export function decideSendMessage({ text, evidence }: Wanted, seen: number): Decision<Wanted> {
  const says = text.replaceAll(/\r\n?/g, "\n").trim();
  const pieces = [...new Set(evidence)];
  if (says === "" && pieces.length === 0) {
    return refuseMessage("nothing_said");
  }
  return seen < pieces.length
    ? refuseMessage("evidence_not_of_case")
    : accepted({ text: says, evidence: pieces });
}
