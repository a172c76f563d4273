import { parse } from "csv-parse/sync";
import type { Entry } from "../toldLine.ts";
import type { PartyKind } from "./comparison.ts";

/** What is wrong with a row, and where. */
export interface RowFault {
  readonly row: number;
  readonly column: string;
  readonly says: string;
}

/** A row as it was sent, by column; its number counts the header as 1. */
export interface RawRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What the lines of each kind of report may say. */
export const ENTRIES: Readonly<Record<Exclude<PartyKind, "own">, readonly Entry[]>> = {
  provider: ["payment", "refund", "dispute", "dispute_won", "fee", "payout"],
  bank: ["credit", "debit"],
  carrier: ["parcel"],
  reseller: ["codes"],
};

/** The columns every report has, and those it may have. */
export const COLUMNS: Readonly<
  Record<Exclude<PartyKind, "own">, { readonly needed: readonly string[]; readonly more: readonly string[] }>
> = {
  provider: {
    needed: ["id", "entry", "at", "amount", "currency"],
    more: ["reference", "our_key", "of", "fee", "programme"],
  },
  bank: { needed: ["id", "entry", "at", "amount", "currency", "reference"], more: ["programme"] },
  carrier: { needed: ["id", "at", "tracking", "amount", "currency"], more: ["weight_grams"] },
  reseller: { needed: ["id", "at", "order", "quantity"], more: [] },
};

const MOST_ROWS = 20_000;

/** The rows of a CSV text with a header, or the fault that keeps them from being read. Pure. */
export function readCsv(text: string, kind: Exclude<PartyKind, "own">): RawRow[] | RowFault {
  let table: string[][];
  try {
    table = parse(text, { bom: true, skip_empty_lines: true, trim: true, relax_column_count: true });
  } catch (error) {
    const { lines, message } = error as Error & { lines?: number };
    return { row: lines ?? 1, column: "", says: `This is no CSV: ${message}.` };
  }
  const [header = [], ...rows] = table;
  const fault = headerFault(header, kind) ?? (rows.length > MOST_ROWS ? TOO_LONG : undefined);
  return fault ?? rows.map((cells, index) => ({ row: index + 2, cells: byColumn(header, cells) }));
}

/** The rows of an NDJSON text: one object on each line, its fields named as the columns are. Pure. */
export function readNdjson(text: string): RawRow[] | RowFault {
  const lines = text.split("\n");
  if (lines.length > MOST_ROWS) {
    return TOO_LONG;
  }
  const rows: RawRow[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() !== "") {
      const cells = objectIn(line);
      if (cells === undefined) {
        return { row: index + 1, column: "", says: "Each line is one JSON object of texts and numbers." };
      }
      rows.push({ row: index + 1, cells });
    }
  }
  return rows;
}

const TOO_LONG: RowFault = {
  row: MOST_ROWS + 1,
  column: "",
  says: `Send at most ${MOST_ROWS} rows at once.`,
};

function headerFault(header: readonly string[], kind: Exclude<PartyKind, "own">): RowFault | undefined {
  const { needed, more } = COLUMNS[kind];
  const missing = needed.find((name) => !header.includes(name));
  if (missing !== undefined) {
    const has = `has ${needed.join(", ")}, and may have ${more.join(", ")}`;
    const says = `The first line names the columns; a ${kind}'s ${has}.`;
    return { row: 1, column: missing, says };
  }
  const strange = header.find(
    (name, index) => ![...needed, ...more].includes(name) || header.indexOf(name) !== index,
  );
  return strange === undefined
    ? undefined
    : { row: 1, column: strange, says: "No such column, or named twice." };
}

function byColumn(header: readonly string[], cells: readonly string[]): Record<string, string> {
  const named = header.map((name, index): [string, string] => [name, cells[index] ?? ""]);
  return Object.fromEntries(cells.length === header.length ? named : [...named, ["", String(cells.length)]]);
}

function objectIn(line: string): Record<string, string> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    const cells = isObject ? Object.entries(value) : [];
    const isFlat = cells.every(([, cell]) => ["string", "number"].includes(typeof cell));
    return isObject && isFlat
      ? Object.fromEntries(cells.map(([name, cell]) => [name, String(cell)]))
      : undefined;
  } catch {
    return undefined;
  }
}
