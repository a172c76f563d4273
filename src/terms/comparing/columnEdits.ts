import type { Column, Table } from "../document.ts";
import { type FoundEdit, keyIn, withTable } from "./edits.ts";
import { sentence } from "./sentence.ts";
import { cellAt, rowsByKey } from "./tableRows.ts";

/** Columns that are new or gone. Rows that are new bring their own cells. */
export function columnEdits(key: string, index: number, before: Table, after: Table): FoundEdit[] {
  const old = new Set(before.columns.map(({ name }) => name));
  const now = new Set(after.columns.map(({ name }) => name));
  return [
    ...after.columns.filter(({ name }) => !old.has(name)).map((each) => added(key, index, each, after)),
    ...before.columns.filter(({ name }) => !now.has(name)).map(({ name }) => removed(key, index, name)),
  ];
}

function added(key: string, index: number, column: Column, after: Table): FoundEdit {
  const rows = rowsByKey(after);
  const { name, place } = column;
  return {
    clause: keyIn(key).id,
    field: `column ${name}`,
    before: "nothing",
    after: [...rows].map(([row, each]) => `${row} ${cellAt(after, each, name)?.text}`).join(", "),
    ...sentence(keyIn(key).id, `new column ${name}`, "neither"),
    apply: (document) =>
      withTable(document, key, index, (table) => {
        const names = new Map([...rowsByKey(table)].map(([row, each]) => [each, row]));
        return {
          ...table,
          columns: [...table.columns, column],
          rows: table.rows.map((row) => {
            const source = rows.get(names.get(row) ?? "");
            const cell = source && cellAt(after, source, name);
            return { ...row, cells: [...row.cells, cell ?? { text: "none", place }] };
          }),
        };
      }),
  };
}

function removed(key: string, index: number, name: string): FoundEdit {
  return {
    clause: keyIn(key).id,
    field: `column ${name}`,
    before: name,
    after: "nothing",
    ...sentence(keyIn(key).id, `column ${name} taken out`, "neither"),
    apply: (document) =>
      withTable(document, key, index, (table) => {
        const at = table.columns.findIndex((column) => column.name === name);
        return at < 0
          ? table
          : {
              ...table,
              columns: table.columns.toSpliced(at, 1),
              rows: table.rows.map((row) => ({ ...row, cells: row.cells.toSpliced(at, 1) })),
            };
      }),
  };
}
