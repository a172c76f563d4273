/**
 * Statements by which the process reads again what it holds, every few seconds: whoever comes upon rows that
 * are stale sends them, so they are no part of what an act asks.
 */
export const heldReads: readonly string[] = [
  ...["terms_versions", "terms_source", "all_models", "tax_rates", "all_customer_groups"],
  ...["delivery_rules", "delivery_sentences"],
];
