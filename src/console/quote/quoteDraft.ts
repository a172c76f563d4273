import type { Claim, CommandOf } from "../../client/index.ts";
import { readMoney } from "../format/formatMoney.ts";

type Line = CommandOf<"makeQuote">["lines"][number];

/** A line as it is being typed. */
export interface DraftLine {
  /** Tells it from the others while they are made. */
  readonly key: number;
  readonly kind: Line["kind"];
  /** What the list calls it; empty where the list has it not. */
  readonly item: string;
  readonly says: string;
  readonly quantity: string;
  /** Net of one, as typed; empty where the list says it. */
  readonly unit: string;
}

/** The first line, or one more. */
export function blankLine(key: number): DraftLine {
  return { key, kind: "part", item: "", says: "", quantity: "1", unit: "" };
}

/** The lines of a quote; undefined while one of them cannot be read. Pure. */
export function linesOf(
  draft: readonly DraftLine[],
  { currency }: Pick<Claim, "currency">,
): Line[] | undefined {
  const lines = draft.map((line) => lineOf(line, currency));
  return lines.some((line) => line === undefined) || lines.length === 0 ? undefined : (lines as Line[]);
}

function lineOf({ kind, item, says, quantity, unit }: DraftLine, currency: string): Line | undefined {
  const count = Number(quantity.trim().replace(",", "."));
  const amount = unit.trim() === "" ? undefined : readMoney(unit, currency);
  const isRead =
    Number.isFinite(count) && count > 0 && Math.abs(count * 100 - Math.round(count * 100)) < 1e-6;
  const isNamed = item !== "" || (says.trim() !== "" && amount !== undefined);
  if (!isRead || !isNamed || (unit.trim() !== "" && amount === undefined)) {
    return undefined;
  }
  return {
    kind,
    quantity: Math.round(count * 100) / 100,
    ...(item === "" ? {} : { item }),
    ...(says.trim() === "" ? {} : { says: says.trim() }),
    ...(amount === undefined ? {} : { unit: { amount, currency } }),
  };
}
