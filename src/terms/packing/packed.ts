import type { FrontMatter, Region } from "../document.ts";
import type { Rule } from "../rules.ts";

/** Counted up whenever what is packed changes its shape; another form is not unpacked. */
export const packedForm = 1;

/** A version of a programme with all that is laid over it, as it travels to a browser. */
export interface Packed {
  readonly form: number;
  readonly document: PackedDocument;
  readonly annexes: readonly PackedDocument[];
  readonly overlays: readonly PackedDocument[];
}

export interface PackedDocument {
  readonly hash: string;
  readonly title: string;
  readonly front: Omit<FrontMatter, "regions"> & { readonly regions: readonly (readonly [string, Region])[] };
  readonly clauses: readonly PackedClause[];
}

/** A clause with what receipts quote of its text: its first paragraph in plain words. */
export interface PackedClause {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly level: number;
  readonly says?: string;
  readonly tables: readonly PackedTable[];
  readonly rule: PackedRule | null;
}

/** A rule without places in a file, its presumed values as entries. */
export type PackedRule = Omit<Rule, "presume"> & {
  readonly presume?: readonly (readonly [string, unknown])[];
};

/** Names of columns, those of keys first in `keys`; rows of cells as they are written. */
export interface PackedTable {
  readonly columns: readonly string[];
  /** The places of the key columns, from 0. */
  readonly keys: readonly number[];
  readonly rows: readonly (readonly string[])[];
}
