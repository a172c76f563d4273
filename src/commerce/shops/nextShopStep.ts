import type { PaidTold, Pieces, ShopTold } from "./readShopMessage.ts";

/** Codes by our SKU. */
export type Counts = Readonly<Record<string, number>>;

/** What counts of the newest telling. */
export type ToldOrder = Pick<PaidTold, "updatedAt" | "lines" | "country">;

/** What a shop's order wants of us by all it told so far, and what it was given. */
export interface ShopOrderFacts {
  /** The newest telling; null while only refunds were told. */
  readonly told: ToldOrder | null;
  readonly refunds: Readonly<Record<string, Pieces>>;
  /** Codes it was given and still has, and those of them that are used and not wanted any more. */
  readonly issued: Counts;
  readonly used: Counts;
  /** Its SKU -> ours, or null for what is not ours to deliver. */
  readonly skus: Readonly<Record<string, string | null>>;
}

/** One of our SKUs and how many. */
export interface SkuCount {
  readonly sku: string;
  readonly quantity: number;
}

/** The next thing to do for a shop's order. */
export type ShopStep =
  | { readonly kind: "map"; readonly skus: readonly string[] }
  | { readonly kind: "order"; readonly lines: readonly SkuCount[] }
  | { readonly kind: "void"; readonly lines: readonly SkuCount[] }
  | { readonly kind: "wait_for_order" }
  | { readonly kind: "nothing" };

/**
 * What is known after a message more. In whatever order they come it is the same: the newest telling of the
 * lines counts, and each refund once, by its number. Pure.
 */
export function foldTold<Known extends Pick<ShopOrderFacts, "told" | "refunds">>(
  known: Known,
  message: ShopTold,
): Known {
  if (message.kind === "refund") {
    return { ...known, refunds: { ...known.refunds, [message.refund]: message.pieces } };
  }
  const { updatedAt, lines, country, refunds } = message;
  const isNewer = known.told === null || known.told.updatedAt <= updatedAt;
  return {
    ...known,
    told: isNewer ? { updatedAt, lines, ...(country === undefined ? {} : { country }) } : known.told,
    refunds: { ...refunds, ...known.refunds },
  };
}

/**
 * What follows from all that was told: the difference between what is wanted and what was given, and nothing
 * else. Asked again after it was done, the answer is nothing. Pure.
 */
export function nextShopStep(facts: ShopOrderFacts): ShopStep {
  if (facts.told === null) {
    return { kind: "wait_for_order" };
  }
  const wanted = wantedOf(facts);
  if ("unknown" in wanted) {
    return { kind: "map", skus: wanted.unknown };
  }
  const skus = [...new Set([...Object.keys(wanted.counts), ...Object.keys(facts.issued)])].toSorted();
  const missing = skus.map((sku) => ({
    sku,
    quantity: (wanted.counts[sku] ?? 0) - (facts.issued[sku] ?? 0),
  }));
  const order = missing.filter(({ quantity }) => quantity > 0);
  if (order.length > 0) {
    return { kind: "order", lines: order };
  }
  const surplus = missing
    .map(({ sku, quantity }) => ({ sku, quantity: -quantity - (facts.used[sku] ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
  return surplus.length > 0 ? { kind: "void", lines: surplus } : { kind: "nothing" };
}

/** Whether something that is not ours was paid back, too: the device went back, not the plan alone. Pure. */
export function hasDeviceBack({ told, refunds, skus }: ShopOrderFacts): boolean {
  const others = (told?.lines ?? []).filter(({ sku }) => skus[sku] === null);
  return others.some(({ line }) => Object.values(refunds).some((pieces) => (pieces[line] ?? 0) > 0));
}

/** How many of ours the order wants; or its SKUs that nobody has said anything about. */
function wantedOf({ told, refunds, skus }: ShopOrderFacts): { counts: Counts } | { unknown: string[] } {
  const counts: Record<string, number> = {};
  const unknown = new Set<string>();
  for (const { line, sku, pieces } of told?.lines ?? []) {
    const back = Object.values(refunds).reduce((sum, refund) => sum + (refund[line] ?? 0), 0);
    const quantity = Math.max(0, pieces - back);
    const ours = skus[sku];
    if (ours === undefined && quantity > 0) {
      unknown.add(sku);
    } else if (ours) {
      counts[ours] = (counts[ours] ?? 0) + quantity;
    }
  }
  return unknown.size > 0 ? { unknown: [...unknown].toSorted() } : { counts };
}
