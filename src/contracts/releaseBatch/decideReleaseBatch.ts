import { accepted, type Decision } from "../../platform/index.ts";
import type { Batch } from "../batches/index.ts";
import { refuse } from "../refusals.ts";

/** What is known when a batch is to be released. */
export interface ReleaseBatchFacts {
  readonly at: Temporal.Instant;
  readonly batch: Pick<Batch, "state" | "expiresAt">;
  /** Whether who releases is who asked, with whatever key or sign-in. */
  readonly isAsker: boolean;
}

/** Whether this hand may release a batch now. Pure. */
export function decideReleaseBatch({ at, batch, isAsker }: ReleaseBatchFacts): Decision<"release"> {
  if (batch.state !== "asked") {
    return refuse("batch_decided");
  }
  if (isAsker) {
    return refuse("batch_same_hand");
  }
  if (batch.expiresAt !== null && Temporal.Instant.compare(batch.expiresAt, at) <= 0) {
    return refuse("use_by_over");
  }
  return accepted("release");
}
