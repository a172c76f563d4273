import type { Cell, Row, Table } from "../document.ts";

/** What a row is found by; twins are told apart by their order. */
export function rowsByKey(table: Table): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  for (const row of table.rows) {
    const words = row.cells.filter((_, at) => table.columns[at]?.isKey).map(({ text }) => text);
    let name = words.join(" ");
    while (rows.has(name)) {
      name += "+";
    }
    rows.set(name, row);
  }
  return rows;
}

/** A row's cell in the column of that name. */
export const cellAt = ({ columns }: Table, { cells }: Row, column: string): Cell | undefined =>
  cells[columns.findIndex(({ name }) => name === column)];

/** The cells a row of one table has in the columns of another; `none` where it says nothing. */
export const cellsFor = (table: Table, row: Row, from: Table): readonly Cell[] =>
  table.columns.map(({ name, place }) => cellAt(from, row, name) ?? { text: "none", place });
