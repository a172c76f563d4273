import { fieldColumns, type RowReader, rowReader } from "./columns.ts";

const FIELDS = fieldColumns();
const read: RowReader = rowReader(FIELDS.map(({ column }) => column));

/**
 * Reads a product from JSON: the fields of a file's columns in camelCase, texts and numbers as they are,
 * `specifications` and `parameters` as lists of { name, value }, `prices` as lists of { currency,
 * minQuantity, net, gross } with amounts as texts (`"44.25"`). Each may also be the text that a CSV file has
 * there.
 */
export function readProduct(given: unknown): ReturnType<RowReader> {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    return { faults: [{ field: "", code: "object", says: "A line is one JSON object.", given: "" }] };
  }
  const row = given as Record<string, unknown>;
  const unknown = Object.keys(row).find((name) => !FIELDS.some(({ field }) => field === name));
  if (unknown !== undefined) {
    const says = `There is no such field. The fields are: ${FIELDS.map(({ field }) => field).join(", ")}.`;
    return { faults: [{ field: unknown.slice(0, 80), code: "unknown_field", says, given: "" }] };
  }
  return read(FIELDS.map(({ field }) => cellText(field, row[field])));
}

/** The text a CSV file would have in place of a value. */
function cellText(field: string, value: unknown): string {
  if (value === undefined || value === null) {
    return "";
  }
  if (!Array.isArray(value)) {
    return typeof value === "object" ? JSON.stringify(value) : String(value as string | number | boolean);
  }
  return field === "prices" ? pricesText(value) : pairsText(value);
}

function pairsText(pairs: readonly { readonly name?: unknown; readonly value?: unknown }[]): string {
  return pairs.map((pair) => `${pair?.name}: ${pair?.value}`.replaceAll(";", "\\;")).join("; ");
}

interface PriceGiven {
  readonly currency?: unknown;
  readonly minQuantity?: unknown;
  readonly net?: unknown;
  readonly gross?: unknown;
}

function pricesText(prices: readonly PriceGiven[]): string {
  const byCurrency = Map.groupBy(prices, (price) => String(price?.currency));
  return [...byCurrency]
    .map(([currency, steps]) => {
      const written = steps.map(({ minQuantity, net, gross }) => `${minQuantity}:${net}/${gross}`);
      return [currency, ...written].join(" ");
    })
    .join("; ");
}
