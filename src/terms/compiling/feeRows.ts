import { type Case, isUnknown } from "../deciding/case.ts";
import type { MomentReader } from "../deciding/moments.ts";
import type { Cell, Table } from "../document.ts";
import { isCurrency, minorUnits } from "../money.ts";
import { isUseColumn } from "../reading/tables.ts";
import { listIn } from "../tables.ts";
import { parseDay } from "../time/civil.ts";
import type { ReadFact } from "./context.ts";
import type { Looked } from "./references.ts";

export interface FeeRow {
  /** The words of each key column; null for `any` and `any other`. In the order of the keys. */
  readonly keys: readonly (readonly string[] | null)[];
  readonly names: readonly string[];
  readonly currency: string;
  readonly amountOf: (nth: number) => number | undefined;
  /** The same for every use. */
  readonly isFlat: boolean;
  /** The parts of which all that is damaged must be; null for any. */
  readonly parts: readonly string[] | null;
  /** The civil days between which this edition of the row counts, both included. */
  readonly from: number;
  readonly until: number;
}

const any = "any";
/** `any other` is for what no other row names. */
export const isAny = (text: string): boolean => text === any || text === "any other";
/** The words a key cell catches; `none` is a case of its own: nothing is lost. */
export const keyWords = (cell: Cell): readonly string[] => (cell.text === "none" ? ["none"] : listIn(cell));

/** The key that is looked up by a list and not by a word. */
const partKey = "part";

/** The columns that say from when to when a row counts. */
export const isEditionColumn = (name: string): boolean => name === "from" || name === "until";

export function rowsOf(table: Table, names: readonly string[], fixed: string | undefined): FeeRow[] {
  const at = (name: string): number => table.columns.findIndex((column) => column.name === name);
  return table.rows.map(({ cells }) => {
    const currency = fixed ?? cells[at("currency")]?.text ?? "";
    const amounts = new Map<string, number>();
    for (const [index, { name }] of table.columns.entries()) {
      const amount =
        isUseColumn(name) && isCurrency(currency)
          ? minorUnits(cells[index]?.text ?? "", currency)
          : undefined;
      if (typeof amount === "number") {
        amounts.set(name, amount);
      }
    }
    const keys = names.map((name) => wordsIn(cells[at(name)]));
    return {
      keys,
      names,
      currency,
      amountOf: amountsByUse(amounts),
      isFlat: amounts.size === 1 && amounts.has("each"),
      parts: keys[names.indexOf(partKey)] ?? null,
      from: parseDay(cells[at("from")]?.text ?? "") ?? Number.NEGATIVE_INFINITY,
      until: parseDay(cells[at("until")]?.text ?? "") ?? Number.POSITIVE_INFINITY,
    };
  });
}

const wordsIn = (cell: Cell | undefined): readonly string[] | null =>
  cell === undefined || isAny(cell.text) ? null : keyWords(cell);

/** The amount of the n-th use: its own column, or `further` from the second on, or `each`. */
function amountsByUse(amounts: ReadonlyMap<string, number>): (nth: number) => number | undefined {
  const own = new Map<number, number>();
  for (const [name, amount] of amounts) {
    if (/^\d/.test(name)) {
      own.set(Number.parseInt(name, 10), amount);
    }
  }
  const further = amounts.get("further");
  const each = amounts.get("each");
  return (nth) => own.get(nth) ?? (nth > 1 ? further : undefined) ?? each;
}

/** How a table finds the row of a case. */
export interface RowFinder {
  /** The keys of the table, in its order, and how each is read. */
  readonly names: readonly string[];
  readonly reads: readonly ReadFact[];
  /** The instant that picks the edition, where rows have one. */
  readonly picks: MomentReader | undefined;
}

type Branch = Map<string, Branch | readonly FeeRow[]>;

/** The row of a case: undefined while unknown, null when there is none. */
export function compileRows(rows: readonly FeeRow[], { names, reads, picks }: RowFinder): Looked<FeeRow> {
  const words = names.flatMap((name, index) => (name === partKey ? [] : [index]));
  const readWords = words.map((index) => reads[index] as ReadFact);
  const readParts = reads[names.indexOf(partKey)];
  const tree: Branch = new Map();
  for (const row of rows) {
    plant(tree, row, words, 0);
  }
  return (c) => {
    let found: Branch | readonly FeeRow[] = words.length === 0 ? rows : tree;
    for (const read of readWords) {
      const value = read(c);
      if (isUnknown(value)) {
        return undefined;
      }
      const level = found as Branch;
      const next = level.get(value as string) ?? level.get(any);
      if (next === undefined) {
        return null;
      }
      found = next;
    }
    const leaf = found as readonly FeeRow[];
    return readParts === undefined && picks === undefined
      ? (leaf[0] ?? null)
      : rowIn(leaf, readParts?.(c), readParts !== undefined, picks, c);
  };
}

/** Rows by their first key, then by the second, and so on: one look-up for each key. */
function plant(branch: Branch, row: FeeRow, words: readonly number[], level: number): void {
  const index = words[level];
  for (const word of index === undefined ? [] : (row.keys[index] ?? [any])) {
    const next = branch.get(word);
    if (level + 1 >= words.length) {
      branch.set(word, [...((next as readonly FeeRow[] | undefined) ?? []), row]);
    } else {
      const deeper = (next as Branch | undefined) ?? new Map();
      branch.set(word, deeper);
      plant(deeper, row, words, level + 1);
    }
  }
}

/**
 * Of the rows for one case, the edition in force, and the one that names the fewest parts beside the
 * damaged.
 */
function rowIn(
  rows: readonly FeeRow[],
  damaged: unknown,
  hasParts: boolean,
  picks: MomentReader | undefined,
  c: Case,
): FeeRow | undefined | null {
  if (hasParts && isUnknown(damaged)) {
    return undefined;
  }
  const fitting = hasParts ? rows.filter((row) => isAmong(damaged, row.parts)) : rows;
  if (picks === undefined || !fitting.some(isDated)) {
    return narrowest(fitting);
  }
  const presence = picks.read(c);
  if (presence !== "known") {
    return presence === "absent" ? null : undefined;
  }
  const { lo, hi } = picks;
  const first = Math.min(...c.zones.map((zone) => zone.dayOf(lo)));
  const last = Math.max(...c.zones.map((zone) => zone.dayOf(hi)));
  const atFirst = narrowest(fitting.filter((row) => row.from <= first && first <= row.until));
  const atLast = narrowest(fitting.filter((row) => row.from <= last && last <= row.until));
  return atFirst === atLast ? atFirst : undefined;
}

const isDated = ({ from, until }: FeeRow): boolean => Number.isFinite(from) || Number.isFinite(until);

/** All that is damaged is among these parts; `any` is for everything. */
const isAmong = (damaged: unknown, parts: readonly string[] | null): boolean =>
  parts === null ||
  (Array.isArray(damaged) && damaged.length > 0 && damaged.every((part) => parts.includes(part)));

function narrowest(rows: readonly FeeRow[]): FeeRow | null {
  const size = (row: FeeRow): number => row.parts?.length ?? Number.POSITIVE_INFINITY;
  return rows.reduce<FeeRow | null>(
    (best, row) => (best === null || size(row) < size(best) ? row : best),
    null,
  );
}
