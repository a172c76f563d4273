/** A line of a cart, with what one piece cost when it was put in. */
export interface CartLine {
  readonly sku: string;
  readonly quantity: number;
  readonly seen?: { readonly amount: number; readonly currency: string };
}

/** As many as an order takes. */
export const MOST_LINES = 15;

const KEY = "evermend-cart";

/** The cart this browser keeps. What cannot be read is an empty one. */
export function readCart(storage: Pick<Storage, "getItem"> = localStorage): readonly CartLine[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isLine).slice(0, MOST_LINES) : [];
  } catch {
    return [];
  }
}

/** Keeps a cart in this browser. */
export function keepCart(lines: readonly CartLine[], storage: Pick<Storage, "setItem"> = localStorage): void {
  storage.setItem(KEY, JSON.stringify(lines));
}

/** A cart with so many pieces more of a product; none of it where there are no lines left for it. Pure. */
export function withLine(lines: readonly CartLine[], added: CartLine): readonly CartLine[] {
  const known = lines.find(({ sku }) => sku === added.sku);
  if (known === undefined) {
    return lines.length < MOST_LINES ? [...lines, added] : lines;
  }
  const quantity = known.quantity + added.quantity;
  return lines.map((line) => (line === known ? { ...added, quantity } : line));
}

function isLine(line: unknown): line is CartLine {
  const { sku, quantity } = (line ?? {}) as Partial<CartLine>;
  return typeof sku === "string" && Number.isInteger(quantity) && (quantity ?? 0) > 0;
}
