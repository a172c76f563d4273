import { decimalOf } from "../format/formatMoney.ts";
import { en } from "../words/en.ts";
import type { Column } from "./dataTable.tsx";

type Cell = string | number | undefined;

/** A column of a file. */
interface FileColumn<Row> {
  readonly head: string;
  readonly cell: (row: Row) => Cell;
}

/** What a column of a list is in a file: a sum is a number that can be reckoned with, and its currency. */
export function fileColumns<Row>(columns: readonly Column<Row>[]): readonly FileColumn<Row>[] {
  return columns.flatMap(({ head, value, text, sum }): readonly FileColumn<Row>[] => {
    if (sum === undefined) {
      return [{ head, cell: text ?? value }];
    }
    const decimal = (row: Row): Cell => {
      const { amount, currency = null } = sum(row) ?? {};
      return amount === undefined || currency === null ? amount : Number(decimalOf({ amount, currency }));
    };
    return [
      { head, cell: decimal },
      { head: en.shell.csvCurrency(head), cell: (row) => sum(row)?.currency ?? undefined },
    ];
  });
}
