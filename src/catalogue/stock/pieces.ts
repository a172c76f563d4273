/** So many pieces of a SKU. */
export interface Pieces {
  readonly sku: string;
  readonly quantity: number;
}

/** A SKU of which there are fewer pieces than are wanted. */
export interface Short {
  readonly sku: string;
  readonly wanted: number;
  readonly stock: number;
}
