import type { Cell, Clause, Row, Table } from "../document.ts";
import { isUseColumn } from "../reading/tables.ts";
import { parseDuration } from "../time/duration.ts";
import { columnEdits } from "./columnEdits.ts";
import { directionOfField } from "./directions.ts";
import { changingClause, type Direction, type FoundEdit, keyIn, withTable } from "./edits.ts";
import { sameValue } from "./plainValue.ts";
import { sentence } from "./sentence.ts";
import { cellAt, cellsFor, rowsByKey } from "./tableRows.ts";

/** The edits of a clause's tables: by column, row and cell while rows are found by the same keys. */
export function tableEdits(key: string, before: Clause, after: Clause): FoundEdit[] {
  const isAlike =
    before.tables.length === after.tables.length &&
    before.tables.every((table, at) => sameValue(keysOf(table), keysOf(after.tables[at])));
  if (!isAlike) {
    return sameValue(before.tables, after.tables) ? [] : [tablesReplaced(key, before, after)];
  }
  return before.tables.flatMap((table, at) => {
    const now = after.tables[at] ?? table;
    return [...columnEdits(key, at, table, now), ...rowEdits(key, at, table, now)];
  });
}

const keysOf = (table: Table | undefined): unknown =>
  table?.columns.filter(({ isKey }) => isKey).map(({ name }) => name);

function tablesReplaced(key: string, before: Clause, after: Clause): FoundEdit {
  const [old, now] = [before, after].map(({ tables }) =>
    tables.map(({ columns }) => columns.map(({ name }) => name).join(", ")).join("; "),
  );
  return {
    clause: keyIn(key).id,
    field: "table",
    before: old ?? "",
    after: now ?? "",
    ...sentence(keyIn(key).id, `columns ${old || "none"} -> ${now || "none"}`, "neither"),
    apply: (document) => changingClause(document, key, (clause) => ({ ...clause, tables: after.tables })),
  };
}

function rowEdits(key: string, index: number, before: Table, after: Table): FoundEdit[] {
  const old = rowsByKey(before);
  const now = rowsByKey(after);
  const removed = [...old.keys()].filter((name) => !now.has(name));
  return [
    ...[...now].flatMap(([name, row]) => {
      const was = old.get(name);
      return was === undefined
        ? [rowAdded(key, index, name, row, after)]
        : cellEdits(key, index, name, { before: was, after: row, old: before, now: after });
    }),
    ...removed.map((name) => rowRemoved(key, index, name, old.get(name) as Row, before)),
  ];
}

/** Only a fee that is new, or no longer charged, says for whom a row is. */
function rowAdded(key: string, index: number, name: string, row: Row, table: Table): FoundEdit {
  const text = cellsText(row, table);
  return {
    clause: keyIn(key).id,
    field: `row ${name}`,
    before: "nothing",
    after: text,
    ...sentence(keyIn(key).id, `new row ${name}: ${text}`, "neither"),
    apply: (document) =>
      withTable(document, key, index, (each) => ({
        ...each,
        rows: [...each.rows, { ...row, cells: cellsFor(each, row, table) }],
      })),
  };
}

function rowRemoved(key: string, index: number, name: string, row: Row, table: Table): FoundEdit {
  const text = cellsText(row, table);
  return {
    clause: keyIn(key).id,
    field: `row ${name}`,
    before: text,
    after: "nothing",
    ...sentence(keyIn(key).id, `row ${name} taken out: ${text}`, "neither"),
    apply: (document) =>
      withTable(document, key, index, (each) => {
        const gone = rowsByKey(each).get(name);
        return { ...each, rows: each.rows.filter((other) => other !== gone) };
      }),
  };
}

const cellsText = ({ cells }: Row, { columns }: Table): string =>
  columns.flatMap(({ name, isKey }, at) => (isKey ? [] : [`${name} ${cells[at]?.text ?? ""}`])).join(", ");

interface RowPair {
  readonly before: Row;
  readonly after: Row;
  readonly old: Table;
  readonly now: Table;
}

function cellEdits(
  key: string,
  index: number,
  row: string,
  { before, after, old, now }: RowPair,
): FoundEdit[] {
  return now.columns.flatMap(({ name, isKey }) => {
    const was = cellAt(old, before, name)?.text;
    const cell = cellAt(now, after, name);
    if (isKey || cell === undefined || was === undefined || was === cell.text) {
      return [];
    }
    const direction = directionOfCell(name, was, cell.text);
    const edit: FoundEdit = {
      clause: keyIn(key).id,
      field: `${name} of ${row}`,
      before: was,
      after: cell.text,
      ...sentence(keyIn(key).id, `${name} of ${row}: ${was} -> ${cell.text}`, direction),
      apply: (document) => withTable(document, key, index, (each) => withCell(each, row, name, cell)),
    };
    return [edit];
  });
}

function withCell(table: Table, row: string, column: string, cell: Cell): Table {
  const at = table.columns.findIndex(({ name }) => name === column);
  const changed = rowsByKey(table).get(row);
  return {
    ...table,
    rows: table.rows.map((each) =>
      each === changed
        ? { ...each, cells: each.cells.map((old, index) => (index === at ? cell : old)) }
        : each,
    ),
  };
}

/** A higher fee is worse; a longer time, a higher count and a longer list of models or regions are better. */
function directionOfCell(column: string, before: string, after: string): Direction {
  const amounts = [before, after].map((text) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined));
  const [old, now] = amounts;
  if (isUseColumn(column)) {
    return old === undefined || now === undefined ? "neither" : cheaperIsWider(old, now);
  }
  if (old !== undefined && now !== undefined) {
    return now > old ? "wider" : "narrower";
  }
  const times = [parseDuration(before), parseDuration(after)];
  if (times[0] !== undefined && times[1] !== undefined) {
    return directionOfField("period", "length", times[0], times[1]);
  }
  const isOffer = ["models", "regions", "sold-in"].includes(column);
  return isOffer ? directionOfField("renewal", "restarts", listIn(before), listIn(after)) : "neither";
}

const cheaperIsWider = (before: number, after: number): Direction => (after < before ? "wider" : "narrower");

const listIn = (text: string): readonly string[] => (text === "none" ? [] : text.split(/, */));
