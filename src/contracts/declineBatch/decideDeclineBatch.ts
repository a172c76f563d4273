import { accepted, type Decision } from "../../platform/index.ts";
import type { Batch } from "../batches/index.ts";
import { refuse } from "../refusals.ts";

/** What of a batch waits for a second person and may be declined: itself, or taking it out of use. Pure. */
export function decideDeclineBatch({
  state,
  voidAskedBy,
}: Pick<Batch, "state" | "voidAskedBy">): Decision<"batch" | "void"> {
  if (state === "asked") {
    return accepted("batch");
  }
  return state === "released" && voidAskedBy !== null ? accepted("void") : refuse("batch_decided");
}
