import { type Static, Type } from "typebox";
import { Money, shape } from "../../platform/index.ts";
import type { OurRow, TheirLine } from "./comparison.ts";

/** What two sides can say something of. */
export const sideNames = [
  ...(["amount", "fee", "price", "payout", "balance"] as const),
  ...(["weightGrams", "codes", "programme", "state", "day"] as const),
] as const;

/** A sum; a count of codes or grams; a programme, a state or a day. Null: that side says nothing. */
const Said = Type.Union([Money, Type.Integer(), Type.String(), Type.Null()]);
export type Said = Static<typeof Said>;

/** What both sides say of one thing. Of an agreed price or weight `ours` is what was agreed. */
export const SideSchema = shape({ what: Type.Enum([...sideNames]), theirs: Said, ours: Said });
export type Side = Static<typeof SideSchema>;

/** What both say of one thing. */
export function side(what: Side["what"], theirs: Said, ours: Said): Side {
  return { what, theirs, ours };
}

/** A sum as a side says it; null where there is none. */
export function sum(amount: number | null | undefined, currency: string): Said {
  return amount === null || amount === undefined ? null : { amount, currency };
}

/** What a line and a row of ours say was moved. */
export function amounts(line: TheirLine | undefined, row: OurRow | undefined): Side {
  return side(
    "amount",
    line === undefined ? null : sum(line.amountMinor, line.currency),
    row === undefined ? null : sum(row.amountMinor, row.currency),
  );
}
