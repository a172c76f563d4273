import { isCurrency, minorUnits } from "../../terms/index.ts";
import { type Entry, MOST_MOVED_MINOR, type ToldLine } from "../toldLine.ts";
import type { PartyKind } from "./comparison.ts";
import { dayOf, startOf } from "./days.ts";
import { COLUMNS, ENTRIES, type RawRow, type RowFault } from "./readCsv.ts";

/** The days a report tells everything of. */
export interface Days {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

type Kind = Exclude<PartyKind, "own">;

/**
 * Reads rows into lines; every row with something wrong is named with its column, and the first fault of it.
 * Pure.
 */
export function readLines(
  rows: readonly RawRow[],
  kind: Kind,
  days: Days,
): { readonly lines: readonly ToldLine[]; readonly faults: readonly RowFault[] } {
  const lines: ToldLine[] = [];
  const faults: RowFault[] = [];
  const seen = new Set<string>();
  for (const { row, cells } of rows) {
    const read = readLine(cells, kind, days);
    if ("column" in read) {
      faults.push({ row, ...read });
    } else if (seen.has(`${read.entry} ${read.theirId}`)) {
      faults.push({ row, column: "id", says: "Another row of this report has the same id." });
    } else {
      seen.add(`${read.entry} ${read.theirId}`);
      lines.push(read);
    }
  }
  return { lines, faults };
}

type Fault = Omit<RowFault, "row">;

/** Whole characters, none of which controls anything: what the database keeps, and a list can show. */
const LINE = /^[^\p{Cc}\p{Cs}]{0,200}$/u;

function readLine(cells: Readonly<Record<string, string>>, kind: Kind, days: Days): ToldLine | Fault {
  const { needed, more } = COLUMNS[kind];
  if ("" in cells) {
    return { column: "", says: `This row has ${cells[""]} cells, and the header names another number.` };
  }
  const strange = Object.keys(cells).find((name) => !needed.includes(name) && !more.includes(name));
  const empty = needed.find((name) => (cells[name] ?? "") === "" && name !== "reference");
  const long = Object.keys(cells).find((name) => !LINE.test(cells[name] ?? ""));
  if (strange !== undefined || empty !== undefined || long !== undefined) {
    const column = strange ?? empty ?? long ?? "";
    const missing =
      strange === undefined && empty !== undefined ? "This is missing." : "A line of at most 200 characters.";
    const says = strange === undefined ? missing : "There is no such column.";
    return { column, says };
  }
  const entry = entryOf(kind, cells.entry);
  const at = instantOf(cells.at ?? "");
  if (entry === undefined) {
    return { column: "entry", says: `One of ${ENTRIES[kind].join(", ")}.` };
  }
  if (at === undefined) {
    return { column: "at", says: "A day such as 2026-11-21, or an instant such as 2026-11-21T10:00:00Z." };
  }
  const day = dayOf(at);
  if (Temporal.PlainDate.compare(day, days.from) < 0 || Temporal.PlainDate.compare(day, days.to) > 0) {
    return { column: "at", says: `The report is of ${days.from} to ${days.to}.` };
  }
  const figures = readFigures(cells, kind);
  return "column" in figures ? figures : { ...figures, entry, at, ...namesIn(cells) };
}

/** What ISO 4217 has for things that are counted and not priced. */
const NO_CURRENCY = "X".repeat(3);

type Figures = Pick<ToldLine, "amountMinor" | "feeMinor" | "currency" | "weightGrams" | "quantity">;

function readFigures(cells: Readonly<Record<string, string>>, kind: Kind): Figures | Fault {
  const none = { amountMinor: 0, feeMinor: 0, currency: NO_CURRENCY, weightGrams: null, quantity: null };
  if (kind === "reseller") {
    const quantity = wholeNumber(cells.quantity);
    return quantity === undefined
      ? { column: "quantity", says: "A whole number of codes." }
      : { ...none, quantity };
  }
  const { currency = "" } = cells;
  if (!isCurrency(currency)) {
    return { column: "currency", says: "A currency of ISO 4217, such as EUR." };
  }
  const amountMinor = minorIn(cells.amount, currency);
  const feeMinor = minorIn((cells.fee ?? "") === "" ? "0" : cells.fee, currency);
  if (amountMinor === undefined || feeMinor === undefined) {
    const column = amountMinor === undefined ? "amount" : "fee";
    return { column, says: "With a point and the decimals of its currency, never below nothing: 44.25." };
  }
  const grams = cells.weight_grams ?? "";
  const weightGrams = grams === "" ? null : wholeNumber(grams);
  return weightGrams === undefined
    ? { column: "weight_grams", says: "A whole number of grams." }
    : { ...none, amountMinor, feeMinor, currency, weightGrams };
}

function namesIn(cells: Readonly<Record<string, string>>) {
  const given = (name: string): string | null =>
    (cells[name] ?? "") === "" ? null : (cells[name] as string);
  return {
    theirId: cells.id ?? "",
    reference: cells.tracking ?? cells.order ?? cells.reference ?? "",
    ourKey: given("our_key"),
    ofReference: given("of"),
    programme: given("programme"),
  };
}

function entryOf(kind: Kind, text: string | undefined): Entry | undefined {
  const [only] = ENTRIES[kind];
  return ENTRIES[kind].length === 1 ? only : ENTRIES[kind].find((one) => one === text);
}

function instantOf(text: string): Temporal.Instant | undefined {
  try {
    return text.length === 10 ? startOf(Temporal.PlainDate.from(text)) : Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}

function minorIn(text: string | undefined, currency: string): number | undefined {
  const minor = /^\d{1,12}(\.\d{1,3})?$/.test(text ?? "") ? minorUnits(text ?? "", currency) : undefined;
  return typeof minor === "number" && minor >= 0 && minor <= MOST_MOVED_MINOR ? minor : undefined;
}

function wholeNumber(text: string | undefined): number | undefined {
  return /^\d{1,7}$/.test(text ?? "") ? Number(text) : undefined;
}
