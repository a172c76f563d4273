import { accepted, type Decision } from "../../platform/index.ts";
import type { Batch } from "../batches/index.ts";
import { refuse } from "../refusals.ts";

/** How many unused codes one person may take out of use alone. */
export const VOID_ALONE = 100;

/** What is known when a batch is to be taken out of use. */
export interface VoidBatchFacts {
  readonly batch: Pick<Batch, "state" | "voidAskedBy">;
  /** Codes of it that nobody used, with those that are still to be made. */
  readonly unused: number;
  /** Whether who says so now is who asked for it. */
  readonly isAsker: boolean;
}

/** Whether a batch is taken out of use now, or another person has to agree first. Pure. */
export function decideVoidBatch({ batch, unused, isAsker }: VoidBatchFacts): Decision<"void" | "ask"> {
  if (batch.state !== "released") {
    return refuse(batch.state === "voided" ? "batch_voided" : "batch_not_released");
  }
  if (unused === 0) {
    return refuse("batch_used_up");
  }
  if (batch.voidAskedBy !== null) {
    return isAsker ? refuse("batch_same_hand") : accepted("void");
  }
  return accepted(unused > VOID_ALONE ? "ask" : "void");
}
