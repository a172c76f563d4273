import { isAny, keyWords } from "../compiling/feeRows.ts";
import type { Cell, Column, Row, Table } from "../document.ts";
import { parseDay } from "../time/civil.ts";
import type { Report } from "./report.ts";

/** Two rows that catch the same case would make the order of rows a rule. */
export function checkRowsApart(table: Table, report: Report): void {
  const keys = table.columns.flatMap((column, index) => (column.isKey ? [index] : []));
  if (keys.length === 0) {
    return;
  }
  const [first = 0] = keys;
  const seen = new RowsByKey(tellingKey(keys, table));
  let left = mostComparisons;
  for (const row of table.rows) {
    const near = seen.near(row);
    left -= near.length;
    if (left < 0) {
      report.error("table_too_long", row.place, tooLong);
      return;
    }
    const twin = near.find(
      (other) =>
        keys.every((at) => meetIn(table.columns[at], other.cells[at], row.cells[at])) &&
        editionsMeet(table, other, row),
    );
    if (twin !== undefined) {
      const message =
        `The row catches the same cases as the one in line ${twin.place.line}. ` +
        "Leave one of them out, or make their keys differ.";
      const place = row.cells[first]?.place ?? row.place;
      report.error("row_twice", place, message, keys.map((index) => row.cells[index]?.text).join(", "));
    }
    seen.add(row);
  }
}

/** Pairs of rows compared in one table: a second's work, and far more than tables that people read need. */
const mostComparisons = 2_000_000;

const tooLong =
  "From here on the table has too many rows with any to compare each with each. Split it by one of its keys.";

/** The key by which the fewest rows could meet: with few rows for any, and many words. */
function tellingKey(keys: readonly number[], { rows }: Table): number {
  const weightOf = (at: number): number => {
    const words = rows.flatMap(({ cells }) => (cells[at] === undefined ? [] : keyWords(cells[at])));
    return words.filter(isAny).length * rows.length + rows.length / Math.max(1, new Set(words).size);
  };
  const [best = 0] = keys
    .map((at) => ({ at, weight: weightOf(at) }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ at }) => at);
  return best;
}

/** Rows by the words of one key, so that each is compared only with those it could meet there. */
class RowsByKey {
  readonly #at: number;
  readonly #byWord = new Map<string, Row[]>();
  readonly #all: Row[] = [];

  constructor(at: number) {
    this.#at = at;
  }

  near(row: Row): readonly Row[] {
    const words = this.#wordsOf(row);
    if (words.some(isAny)) {
      return this.#all;
    }
    const found = ["any", "any other", ...words].flatMap((word) => this.#byWord.get(word) ?? []);
    return found.sort((a, b) => a.place.line - b.place.line);
  }

  add(row: Row): void {
    this.#all.push(row);
    for (const word of this.#wordsOf(row)) {
      const rows = this.#byWord.get(word) ?? [];
      rows.push(row);
      this.#byWord.set(word, rows);
    }
  }

  #wordsOf(row: Row): readonly string[] {
    const cell = row.cells[this.#at];
    return cell === undefined ? [] : [...new Set(keyWords(cell))];
  }
}

/** Of two sets of parts the smaller counts where it holds all that is damaged; so only others can meet. */
function meetIn(column: Column | undefined, a: Cell | undefined, b: Cell | undefined): boolean {
  if (column?.name !== "part" || a === undefined || b === undefined || isAny(a.text) || isAny(b.text)) {
    return meet(a, b);
  }
  const [first, second] = [new Set(keyWords(a)), new Set(keyWords(b))];
  const shared = [...first].filter((part) => second.has(part)).length;
  return shared > 0 && (first.size === second.size || shared < Math.min(first.size, second.size));
}

/** The civil days of an edition, the last included; without such columns a row counts at all times. */
export function editionOf(table: Table, row: Row): readonly [number, number] {
  const day = (name: string): number | undefined =>
    parseDay(row.cells[table.columns.findIndex((column) => column.name === name)]?.text ?? "");
  return [day("from") ?? Number.NEGATIVE_INFINITY, day("until") ?? Number.POSITIVE_INFINITY];
}

function editionsMeet(table: Table, a: Row, b: Row): boolean {
  const [firstFrom, firstUntil] = editionOf(table, a);
  const [secondFrom, secondUntil] = editionOf(table, b);
  return firstFrom <= secondUntil && secondFrom <= firstUntil;
}

function meet(a: Cell | undefined, b: Cell | undefined): boolean {
  if (a === undefined || b === undefined) {
    return false;
  }
  if (a.text === "any other" || b.text === "any other") {
    return a.text === b.text;
  }
  const others = new Set(keyWords(b));
  return a.text === "any" || b.text === "any" || keyWords(a).some((word) => others.has(word));
}
