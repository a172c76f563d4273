import type { ProductSheet, ProductView } from "./shelfProduct.ts";

/** A tier as the shelf's statements give it, without names: currency, least quantity, net, gross. */
type TierRow = readonly [currency: string, minQuantity: number, netMinor: number, grossMinor: number];

type Written = "minQuantity" | "multiple" | "stock" | "leadDays" | "prices";

/** A row of the shelf's statements: what an offer and prices say is filled in here, which costs less. */
export type ShelfRow = Omit<ProductView, Written> & {
  readonly minQuantity: number | null;
  readonly multiple: number | null;
  readonly stock: number | null;
  readonly leadDays: number | null;
  readonly tiers: readonly TierRow[] | null;
};

/** The row of one product with its sheet. */
export type SheetRow = ShelfRow &
  Omit<ProductSheet, "supplier"> & {
    readonly supplier: string | null;
    readonly supplierName: string | null;
    readonly supplierCode: string | null;
    readonly description: string;
    readonly parameters: NonNullable<ProductSheet["supplier"]>["parameters"];
  };

/** A product as a list tells it. Pure. */
export function listed(row: ShelfRow): ProductView {
  return {
    sku: row.sku,
    productCode: row.productCode,
    name: row.name,
    brand: row.brand,
    category: row.category,
    summary: row.summary,
    photoUrl: row.photoUrl,
    programme: row.programme,
    plan: row.plan,
    soldAs: row.soldAs,
    models: row.models,
    minQuantity: row.minQuantity ?? 1,
    multiple: row.multiple ?? 1,
    stock: row.stock ?? "on_demand",
    leadDays: row.leadDays ?? 0,
    prices: tiersOf(row.tiers ?? []),
  } as ProductView;
}

/** A product with its sheet. Pure. */
export function withSheet(row: SheetRow): ProductView & ProductSheet {
  const { specifications, gtin, weightGrams, supplier, supplierName, supplierCode, description } = row;
  return {
    ...listed(row),
    ...{ specifications, gtin, weightGrams },
    supplier:
      supplier === null
        ? null
        : {
            ...{ supplier, name: supplierName ?? supplier, productCode: supplierCode, description },
            parameters: row.parameters,
          },
  };
}

/** By currency, then by rising quantity. */
function tiersOf(rows: readonly TierRow[]): ProductView["prices"] {
  const tiers = rows.map(([currency, minQuantity, net, gross]) => ({
    minQuantity,
    net: { amount: net, currency },
    gross: { amount: gross, currency },
  }));
  return tiers.length < 2 ? tiers : tiers.toSorted(byCurrencyAndQuantity);
}

function byCurrencyAndQuantity(
  one: ProductView["prices"][number],
  other: ProductView["prices"][number],
): number {
  if (one.net.currency !== other.net.currency) {
    return one.net.currency < other.net.currency ? -1 : 1;
  }
  return one.minQuantity - other.minQuantity;
}
