import type { DigestedRow } from "./digested.ts";
import { type RowFault, SKU_FORM, type SupplierProduct } from "./supplierProduct.ts";

/** What the shelf has of a product already. */
export interface OnShelf {
  readonly sku: string;
  readonly supplier: string | null;
  readonly supplierKey: string | null;
  readonly stock: number | null;
  readonly leadDays: number;
  readonly minQuantity: number;
  readonly multiple: number;
  readonly described: string;
  readonly priced: string;
  /** A person set its prices: the feed's are not written. */
  readonly keepsPrices: boolean;
}

/** A product under its SKU, with its digests. */
export interface Shelved extends SupplierProduct {
  readonly sku: string;
  readonly described: string;
  readonly priced: string;
}

/** A row that is refused. */
export interface RefusedRow {
  readonly line: number;
  readonly faults: readonly RowFault[];
}

/** How rows differ from the shelf. A product is in each list whose part of it changed. */
export interface ShelfDifference {
  readonly created: readonly Shelved[];
  readonly described: readonly Shelved[];
  readonly offered: readonly Shelved[];
  readonly priced: readonly Shelved[];
  readonly changed: number;
  readonly same: number;
  readonly refused: readonly RefusedRow[];
}

/**
 * What is to be written of these rows, which are one supplier's. `shelf` is what is there of their keys and
 * SKUs. Of two rows with one key the first counts. Pure.
 */
export function compareWithShelf(
  supplier: string,
  rows: readonly DigestedRow[],
  shelf: readonly OnShelf[],
): ShelfDifference {
  const byKey = new Map(
    shelf.filter((own) => own.supplier === supplier).map((own) => [own.supplierKey, own]),
  );
  const bySku = new Map(shelf.map((own) => [own.sku, own]));
  const keys = new Set<string>();
  const skus = new Set<string>();
  const lists = { created: [], described: [], offered: [], priced: [], refused: [] } as Lists;
  const counts = { changed: 0, same: 0 };
  for (const { line, product, faults, described = "", priced = "" } of rows) {
    if (faults !== undefined) {
      lists.refused.push({ line, faults });
      continue;
    }
    const known = byKey.get(product.supplierKey);
    const sku = product.sku ?? known?.sku ?? ownSku(supplier, product);
    const fault =
      keys.has(product.supplierKey) || skus.has(sku)
        ? faultOf("supplier_key", "row_twice", "A row before this one has the same key or SKU.", product)
        : faultOfSku(product, sku, known, bySku.get(sku));
    if (fault !== undefined) {
      lists.refused.push({ line, faults: [fault] });
      continue;
    }
    keys.add(product.supplierKey);
    skus.add(sku);
    const shelved = { ...product, sku, described, priced };
    if (known === undefined) {
      lists.created.push(shelved);
    } else {
      counts[sortChanged(shelved, known, lists) ? "changed" : "same"] += 1;
    }
  }
  return { ...lists, ...counts };
}

/** The SKU that is made for a product whose supplier gives none. */
export function ownSku(supplier: string, { supplierKey }: Pick<SupplierProduct, "supplierKey">): string {
  return `${supplier}-${supplierKey}`;
}

interface Lists {
  readonly created: Shelved[];
  readonly described: Shelved[];
  readonly offered: Shelved[];
  readonly priced: Shelved[];
  readonly refused: RefusedRow[];
}

/** Puts a product into the lists of what changed of it; false when nothing did. */
function sortChanged(shelved: Shelved, known: OnShelf, { described, offered, priced }: Lists): boolean {
  const isDescribed = shelved.described !== known.described;
  const isPriced = shelved.priced !== known.priced;
  const isOffered =
    isDescribed ||
    isPriced ||
    shelved.stock !== known.stock ||
    shelved.leadDays !== known.leadDays ||
    shelved.minQuantity !== known.minQuantity ||
    shelved.multiple !== known.multiple;
  if (isDescribed) {
    described.push(shelved);
  }
  if (isPriced && !known.keepsPrices) {
    priced.push(shelved);
  }
  if (isOffered) {
    // Its row holds the digests, so it is written with either.
    offered.push(shelved);
  }
  return isOffered;
}

function faultOfSku(
  product: SupplierProduct,
  sku: string,
  known: OnShelf | undefined,
  owner: OnShelf | undefined,
): RowFault | undefined {
  if (!SKU_FORM.test(sku)) {
    return faultOf("sku", "sku_needed", "This key makes no SKU: give the row a SKU of its own.", product);
  }
  if (known !== undefined && known.sku !== sku) {
    const says = `This key is known as ${known.sku}, and a SKU stays: leave it out, or write ${known.sku}.`;
    return faultOf("sku", "sku_changed", says, product);
  }
  if (known === undefined && owner !== undefined) {
    return faultOf("sku", "sku_taken", `${sku} is another product: give this one another SKU.`, product);
  }
  return undefined;
}

function faultOf(field: string, code: string, says: string, { supplierKey, sku }: SupplierProduct): RowFault {
  return { field, code, says, given: field === "sku" ? (sku ?? supplierKey) : supplierKey };
}
