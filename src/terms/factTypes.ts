import type { FactGroups } from "./facts.ts";

/** What kind of thing a fact is; it says which values and tests it takes. */
export interface FactKind {
  readonly type:
    | "instant"
    | "yes-no"
    | "word"
    | "text"
    | "model"
    | "series"
    | "product"
    | "region"
    | "currency"
    | "country"
    | "number"
    | "money"
    | "uses"
    | "signals"
    | "state"
    | "list";
  /** What a list holds. */
  readonly of?: "model" | "part" | "product" | "clause" | undefined;
  /** The values of a `word`, or of the parts in a list. */
  readonly values?: readonly string[];
  /** Says who or which: no hint ever names it. */
  readonly identity?: boolean;
}

export type Supplier = "owner" | "technician" | "registry" | "provider" | "system";

/** One fact of the vocabulary `device-plan/1`: names are a public contract, added to and never renamed. */
export interface FactInfo extends FactKind {
  readonly name: string;
  readonly supplier: Supplier;
  /** What asking costs, from 0. */
  readonly cost: number;
  /** As it reads in a sentence. */
  readonly label: string;
  readonly read: (facts: FactGroups) => unknown;
}

export const words = (text: string): readonly string[] => text.split(" ");

/** The columns that are a table's keys, each with the fact it is looked up by unless a rule says another. */
export const keyFacts: ReadonlyMap<string, string> = new Map([
  ["model", "device.model"],
  ["series", "device.series"],
  ["group", "device.group"],
  ["product", "plan.product"],
  ["region", "claim.region"],
  ["currency", "claim.currency"],
  ["cause", "incident.cause"],
  ["channel", "claim.channel"],
  ["wants", "claim.wants"],
  ["part", "incident.parts"],
  ["country", "holder.country"],
  ["state", "holder.state"],
  ["price-band", "device.priceBand"],
  ["lost", "incident.lost"],
]);
