/**
 * Statements by which the process reads again what it holds, every few seconds: whoever comes upon rows that
 * are stale sends them, so they are no part of what an act asks.
 */
export const heldReads: readonly string[] = [
  ...["terms_versions", "terms_source", "all_models", "tax_rates", "all_customer_groups"],
  ...["delivery_rules", "delivery_sentences", "all_centres"],
  ...["bench_prices", "bench_codes", "turnarounds"],
];

/** How often they were sent, by the text of /metrics. */
export function readsOfHeld(metrics: string): number {
  return heldReads.reduce((sum, name) => {
    const [, count] =
      metrics.match(new RegExp(`^evermend_statements_total\\{name="${name}"\\} (\\d+)$`, "m")) ?? [];
    return sum + Number(count ?? 0);
  }, 0);
}
