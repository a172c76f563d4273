import type { Table as MarkdownTable, TableCell } from "mdast";
import type { Cell, Column, Row, Table } from "../document.ts";
import { keyFacts } from "../factTypes.ts";
import type { Place } from "../finding.ts";
import type { Report } from "./report.ts";
import { placeOf, wordsOf } from "./wordsOf.ts";

/** A Markdown table as data: named columns, keys first or not, every cell filled. */
export function readTable(node: MarkdownTable, clause: string, report: Report): Table {
  const [head, ...body] = node.children;
  const names = (head?.children ?? []).map((cell) => columnName(wordsOf(cell)));
  const isFeeTable = names.some(isUseColumn);
  const columns = (head?.children ?? []).map((cell, index): Column => {
    const name = names[index] ?? "";
    return { name, isKey: keyFacts.has(name) && (isFeeTable || index === 0), place: placeOfCell(cell) };
  });
  reportColumns(columns, report);
  const rows = body.map((row): Row => {
    const cells = row.children.map((cell) => ({ text: wordsOf(cell).trim(), place: placeOfCell(cell) }));
    reportCells(columns, cells, placeOf(row), report);
    return { place: placeOf(row), cells };
  });
  return { clause, place: placeOf(node), columns, rows };
}

/**
 * `1st`, `2nd` …, `each` and `further`: a table with such a column is a table of fees, and all its key
 * columns count.
 */
export const isUseColumn = (name: string): boolean => /^(\d{1,2}(st|nd|rd|th)|each|further)$/.test(name);

/** Where the text of a cell begins; of an empty one, the bar before it. */
const placeOfCell = (cell: TableCell): Place => placeOf(cell.children[0] ?? cell);

/** Where one word of a cell's list stands. */
export const placeOfWord = ({ text, place }: Cell, word: string): Place => ({
  line: place.line,
  column: place.column + Math.max(0, text.indexOf(word)),
});

const named = /\{#([a-z0-9][a-z0-9-]*)\}\s*$/;

/** `parts we replace {#parts}` is `parts`; `Extends warranty` is `extends-warranty`. */
function columnName(heading: string): string {
  return named.exec(heading)?.[1] ?? heading.trim().toLowerCase().replaceAll(/\s+/g, "-");
}

/** A column's heading as a customer reads it. */
export const columnHeading = (heading: string): string => heading.replace(named, "").trimEnd();

function reportColumns(columns: readonly Column[], report: Report): void {
  const seen = new Set<string>();
  for (const { name, place } of columns) {
    if (name === "") {
      report.error("column_nameless", place, "A column of a table needs a name. Write it in the first row.");
    } else if (seen.has(name)) {
      report.error("column_twice", place, `The table has two columns "${name}". Name one of them otherwise.`);
    }
    seen.add(name);
  }
}

function reportCells(columns: readonly Column[], cells: Row["cells"], place: Place, report: Report): void {
  if (cells.length !== columns.length) {
    report.error(
      "row_length",
      place,
      `The row has ${cells.length} cells, the table ${columns.length} columns. Give it one cell for each.`,
    );
  }
  for (const [index, cell] of cells.entries()) {
    if (cell.text === "") {
      const name = columns[index]?.name ?? "";
      report.error(
        "cell_empty",
        cell.place,
        `The cell in column "${name}" is empty. Write what stands there, or none.`,
      );
    }
  }
}
