import { type PlanProduct, refusedOffer } from "../../catalogue/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import type { Terms } from "../../terms/index.ts";
import { endOfUse } from "../batches/index.ts";
import { refuse } from "../refusals.ts";

/** What is known when codes are asked for. */
export interface AskBatchFacts {
  readonly at: Temporal.Instant;
  readonly product: Pick<PlanProduct, "plan" | "models" | "soldAs">;
  readonly region: string;
  /** In force in that region now. */
  readonly terms: Terms;
  /** Of the region, IANA. */
  readonly zone: string;
  readonly useBy: Temporal.PlainDate | null;
}

/** Whether such codes may be asked for, and the instant they would run out. Pure. */
export function decideAskBatch(
  facts: AskBatchFacts,
): Decision<{ readonly expiresAt: Temporal.Instant | null }> {
  const { at, product, region, terms, zone, useBy } = facts;
  if (product.soldAs === "renewal") {
    return refuse("batch_of_renewals");
  }
  const receipt = refusedOffer(terms, product, region, at);
  if (receipt !== undefined) {
    return refuse("batch_not_offered", { receipt });
  }
  const expiresAt = useBy === null ? null : endOfUse(useBy, zone);
  if (expiresAt !== null && Temporal.Instant.compare(expiresAt, at) <= 0) {
    return refuse("use_by_over");
  }
  return accepted({ expiresAt });
}
