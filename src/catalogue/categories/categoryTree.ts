/** A place in the shop with how many products are in it and within it. */
export interface CategoryCount {
  /** From the outside in: `power/battery`. */
  readonly category: string;
  /** The place it is in; null for an outermost one. */
  readonly parent: string | null;
  readonly products: number;
}

/**
 * The tree of the shop, each place behind the one it is in, by name. Places that hold products only within
 * other places are there too. Pure.
 */
export function categoryTree(
  counted: readonly { readonly category: string; readonly products: number }[],
): CategoryCount[] {
  const totals = new Map<string, number>();
  for (const { category, products } of counted) {
    for (let place: string | null = category; place !== null && place !== ""; place = parentOf(place)) {
      totals.set(place, (totals.get(place) ?? 0) + products);
    }
  }
  return [...totals]
    .map(([category, products]) => ({ category, parent: parentOf(category), products }))
    .toSorted((one, other) => (inTree(one.category) < inTree(other.category) ? -1 : 1));
}

function parentOf(category: string): string | null {
  const end = category.lastIndexOf("/");
  return end === -1 ? null : category.slice(0, end);
}

/** A slash sorts behind a dash; the tree wants it before everything. */
function inTree(category: string): string {
  return category.replaceAll("/", "\u0001");
}
