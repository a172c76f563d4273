/** How a product may be ordered: from a minimum on, in multiples. */
export interface QuantityRule {
  readonly minQuantity: number;
  readonly multiple: number;
}

/** The fewest pieces that may be ordered. */
export function fewest({ minQuantity, multiple }: QuantityRule): number {
  return Math.ceil(minQuantity / multiple) * multiple;
}

/** Whether so many pieces may be ordered. */
export function isQuantitySold(quantity: number, rule: QuantityRule): boolean {
  return quantity >= fewest(rule) && quantity % rule.multiple === 0;
}

/**
 * The quantities that may be ordered, nearest to the one asked for: below it, if there is one, and above
 * it.
 */
export function nearestQuantities(quantity: number, rule: QuantityRule): number[] {
  const least = fewest(rule);
  const below = Math.floor(quantity / rule.multiple) * rule.multiple;
  const above = Math.ceil(quantity / rule.multiple) * rule.multiple;
  return [...new Set([below, above].map((near) => Math.max(near, least)))];
}
