import { stringify } from "csv-stringify/sync";

/** One line of a CSV. What a spreadsheet would run as a formula is escaped. */
export function csvCells(cells: readonly (string | number)[]): string {
  return stringify([[...cells]], { escape_formulas: true, record_delimiter: "windows" });
}
