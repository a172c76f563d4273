import { withTable } from "../comparing/edits.ts";
import type { Cell, Clause, Row, Table } from "../document.ts";
import { isUseColumn } from "../reading/tables.ts";
import { listIn } from "../tables.ts";
import { parseDuration, printDuration } from "../time/duration.ts";
import type { Mutant } from "./mutant.ts";

/** Tables with no more cells than this are changed cell by cell; in larger ones a column at a time. */
const smallTable = 16;

/**
 * Wrong tables: a column that no rule looks at is left alone. A large table is data of one shape, and an
 * example for each of its cells would only repeat it; so there a whole column is wrong at a time.
 */
export function mutateTables(key: string, clause: Clause, isRead: (column: string) => boolean): Mutant[] {
  return clause.tables.flatMap((table, index) => {
    const columns = table.columns.flatMap(({ name, isKey }, at) =>
      !isKey && (isRead(name) || isUseColumn(name)) ? [{ name, at }] : [],
    );
    const cells = table.rows.length * columns.length;
    const rows = cells > 0 && cells <= smallTable ? table.rows : [];
    const change = (says: string, altered: (table: Table) => Table): Mutant => ({
      clause: clause.id,
      says,
      apply: (document) => withTable(document, key, index, altered),
    });
    return [
      ...columns.flatMap(({ name, at }) => columnMutants(table, rows, name, at, change)),
      ...rows.map((row) =>
        change(`the row ${keyText(table, row)} is taken out`, (each) => ({
          ...each,
          rows: each.rows.filter((other) => other !== row),
        })),
      ),
    ];
  });
}

type Change = (says: string, altered: (table: Table) => Table) => Mutant;

function columnMutants(
  table: Table,
  rows: readonly Row[],
  name: string,
  at: number,
  change: Change,
): Mutant[] {
  if (rows.length === 0) {
    const says = `every cell of ${name} is another`;
    return table.rows.some((row) => otherText(name, row.cells[at]) !== undefined)
      ? [change(says, (each) => withCells(each, at, () => true))]
      : [];
  }
  return rows.flatMap((row) => {
    const text = otherText(name, row.cells[at]);
    const says = `${name} of ${keyText(table, row)}: ${text} instead of ${row.cells[at]?.text}`;
    return text === undefined ? [] : [change(says, (each) => withCells(each, at, (other) => other === row))];
  });
}

function withCells(table: Table, at: number, isMeant: (row: Row) => boolean): Table {
  const name = table.columns[at]?.name ?? "";
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, index) => {
        const text = index === at && isMeant(row) ? otherText(name, cell) : undefined;
        return text === undefined ? cell : { ...cell, text };
      }),
    })),
  };
}

/** One more, one day longer, one name fewer; undefined for a word that stands for itself. */
function otherText(column: string, cell: Cell | undefined): string | undefined {
  const text = cell?.text ?? "";
  const duration = parseDuration(text);
  if (duration !== undefined) {
    return printDuration({ ...duration, amount: duration.amount + 1 });
  }
  if (/^\d+$/.test(text)) {
    return String(Number(text) + 1);
  }
  if (/^\d+\.\d+$/.test(text)) {
    return text.replace(/^\d+/, (whole) => String(Number(whole) + 1));
  }
  const names = cell === undefined || isUseColumn(column) ? [] : listIn(cell);
  return names.length > 1 ? names.slice(1).join(", ") : undefined;
}

const keyText = ({ columns }: Table, { cells }: Row): string =>
  cells
    .filter((_, at) => columns[at]?.isKey)
    .map(({ text }) => text)
    .join(" ");
