import { type DescribedProduct, type Price, priceListOf, structuredData } from "../../catalogue/index.ts";
import { csvCells } from "./csvCells.ts";

export const feedFormats = ["csv", "json", "jsonld"] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** A product as it is read: its prices are those of the reseller's groups, of whatever day. */
export interface FeedRow extends Omit<DescribedProduct, "prices"> {
  readonly soldAs: "code" | "goods";
  readonly multiple: number;
  readonly prices: readonly (Omit<Price, "validFrom"> & { readonly validFrom: string })[];
}

/** For whom a feed is written. */
export interface FeedFor {
  readonly groups: readonly string[];
  readonly currency: string;
  /** Of its contract. */
  readonly regions: readonly string[];
  /** The plans it may sell, each with those of its regions where it may. */
  readonly plans: ReadonlyMap<string, readonly string[]>;
  readonly at: Temporal.Instant;
  readonly publicUrl: string;
}

const COLUMNS = [
  ...["sku", "product_code", "gtin", "name", "brand", "category", "kind", "stock", "lead_days"],
  ...["min_quantity", "multiple", "currency", "net", "gross", "tiers", "photo_url", "url"],
];

/** What stands before the products of a file, between two, and behind them. */
export const frames: Readonly<Record<FeedFormat, (asked: FeedFor) => readonly [string, string, string]>> = {
  csv: () => [csvCells(COLUMNS), "", ""],
  json: ({ currency, at }) => [
    `{"currency":${JSON.stringify(currency)},"at":"${at.toString()}","products":[\n`,
    ",\n",
    "\n]}\n",
  ],
  jsonld: () => [`{"@context":"https://schema.org","@graph":[\n`, ",\n", "\n]}\n"],
};

/** One product in a file; undefined for one that this reseller has no price for, or may sell nowhere. */
export function feedProduct(format: FeedFormat, row: FeedRow, asked: FeedFor): string | undefined {
  const { prices, ...product } = row;
  const read = prices.map((price) => ({ ...price, validFrom: Temporal.Instant.from(price.validFrom) }));
  const tiers = priceListOf(read, asked);
  const url = `${asked.publicUrl}/shop/${encodeURIComponent(row.sku)}`;
  const regions = row.soldAs === "code" ? asked.plans.get(row.sku) : asked.regions;
  if (tiers.length === 0 || regions === undefined) {
    return undefined;
  }
  if (format === "json") {
    return JSON.stringify({ ...product, url, prices: tiers });
  }
  if (format === "jsonld") {
    const { "@context": _, ...node } = structuredData(
      { ...product, prices: tiers },
      { ...asked, regions, url },
    );
    return JSON.stringify(node);
  }
  const [first] = tiers;
  return csvCells([
    ...[row.sku, row.productCode, row.gtin ?? "", row.name, row.brand, row.category, row.soldAs],
    ...[row.stock, row.leadDays, row.minQuantity, row.multiple, asked.currency],
    ...[first?.net.amount ?? "", first?.gross.amount ?? ""],
    tiers.map(({ minQuantity, net, gross }) => `${minQuantity}:${net.amount}:${gross.amount}`).join(" "),
    ...[row.photoUrl ?? "", url],
  ]);
}
