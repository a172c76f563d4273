import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";

/** What is known when somebody answers a capture that another one asked for. */
export interface AnswerFacts {
  readonly decision: "approve" | "decline";
  /** What waits; undefined where nothing does. */
  readonly asked: { readonly amountMinor: number } | undefined;
  /** Whether who answers is who asked, with whatever key. */
  readonly isAsker: boolean;
}

/** Whether this person may answer so: nobody agrees to what they asked for. Pure. */
export function judgeCaptureAnswer({ decision, asked, isAsker }: AnswerFacts): Decision<number> {
  if (asked === undefined) {
    return refuse("capture_not_asked");
  }
  return decision === "approve" && isAsker ? refuse("capture_same_person") : accepted(asked.amountMinor);
}
