import { stringify } from "csv-stringify/sync";
import type { TSchema } from "typebox";

/** How many rows a list as CSV has at the most; a longer one is asked for in parts, by its filters. */
export const MOST_CSV_ROWS = 50_000;

/** The media type of a list as CSV. */
export const CSV_TYPE = "text/csv; charset=utf-8; header=present";

/** A column: where its value stands in a row. */
type Column = readonly string[];

/**
 * A list as CSV (RFC 4180, UTF-8): one column for each value of its rows, named by its path
 * (`balance.amount`), also when there are no rows. What a spreadsheet would run as a formula is escaped.
 * `reply` is the schema of a page.
 */
export function csvOf(reply: TSchema, rows: readonly object[]): string {
  const { data } = (reply as unknown as { properties: { data: { items: TSchema } } }).properties;
  const columns = columnsOf(data.items, []);
  const header = columns.map((column) => column.join("."));
  const cells = rows.map((row) => columns.map((column) => cellOf(row, column)));
  return stringify([header, ...cells], { escape_formulas: true, record_delimiter: "windows" });
}

/**
 * The columns of a schema, in its order. An object, and one that may be missing or null, is its own
 * columns.
 */
function columnsOf(schema: TSchema, path: Column): Column[] {
  const { anyOf = [schema] } = schema as { anyOf?: TSchema[] };
  const fields = anyOf
    .map((one) => (one as { properties?: Record<string, TSchema> }).properties)
    .find(Boolean);
  return fields === undefined
    ? [path]
    : Object.entries(fields).flatMap(([name, own]) => columnsOf(own, [...path, name]));
}

function cellOf(row: object, column: Column): string | number {
  let value: unknown = row;
  for (const name of column) {
    value = (value as Record<string, unknown> | null | undefined)?.[name];
  }
  if (value === undefined || value === null) {
    return "";
  }
  if (Array.isArray(value)) {
    return value.map(partOf).join(" ");
  }
  return typeof value === "number" ? value : String(value as string | boolean | Temporal.Instant);
}

/** One of a list in one cell: `1000:500`, where it has several values. */
function partOf(value: unknown): string {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
    ? Object.values(value).map(String).join(":")
    : String(value);
}
