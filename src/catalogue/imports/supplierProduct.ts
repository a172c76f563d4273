/** A name with its value, as a sheet of specifications has them. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** One step of a price list: per piece, in minor units, from a quantity on. */
export interface SupplierTier {
  readonly currency: string;
  readonly minQuantity: number;
  readonly netMinor: number;
  readonly grossMinor: number;
}

/** How a SKU is written. */
export const SKU_FORM = /^[A-Za-z0-9._-]{1,60}$/;

/** A product as a supplier's file tells of it: one row of CSV, or one line of NDJSON. */
export interface SupplierProduct {
  /** The supplier's own key; by it a row is known again. */
  readonly supplierKey: string;
  /** Ours; where the file has none, it is made from the supplier and its key. */
  readonly sku?: string | undefined;
  /** The maker's code. */
  readonly productCode: string;
  readonly supplierCode?: string | undefined;
  readonly name: string;
  readonly brand: string;
  /** Small letters, its place in the shop from the outside in: `power/battery`. */
  readonly category: string;
  readonly summary: string;
  readonly description: string;
  readonly specifications: readonly NamedValue[];
  readonly parameters: readonly NamedValue[];
  readonly photoUrl?: string | undefined;
  readonly gtin?: string | undefined;
  readonly weightGrams: number;
  readonly minQuantity: number;
  readonly multiple: number;
  /** Pieces in the supplier's warehouse. */
  readonly stock: number;
  /** Working days until the supplier's parcel is here. */
  readonly leadDays: number;
  /** By currency and rising quantity; at least one. */
  readonly prices: readonly SupplierTier[];
}

/** What is wrong with one field of a row. */
export interface RowFault {
  readonly field: string;
  readonly code: string;
  readonly says: string;
  /** What was written there, cut. */
  readonly given: string;
}

/**
 * One row of a file: what it says, or what is wrong with it. `line` is that of the file, from 1, where it
 * begins.
 */
export type ReadRow =
  | { readonly line: number; readonly product: SupplierProduct; readonly faults?: undefined }
  | { readonly line: number; readonly product?: undefined; readonly faults: readonly RowFault[] };
