import { stringify } from "csv-stringify/sync";
import { printMoney } from "../../terms/index.ts";
import { COLUMN_NAMES, fieldColumns, type NamedValue, type SupplierTier } from "../imports/index.ts";
import type { ExportedProduct } from "./exportedProductStore.ts";

/** The first line of a file: the columns an import knows. */
export function csvHeader(): string {
  return stringify([COLUMN_NAMES], { record_delimiter: "windows" });
}

/** A product as a row of CSV. What a spreadsheet would run as a formula is written behind an apostrophe. */
export function csvLine(product: ExportedProduct): string {
  const cells = fieldColumns().map(({ field }) => guarded(cellOf(product, field)));
  return stringify([cells], { record_delimiter: "windows" });
}

/** A product as a line of JSON; what it has not is left out. */
export function ndjsonLine(product: ExportedProduct): string {
  const { prices, ...rest } = product;
  const there = Object.entries(rest).filter(([, value]) => value !== null);
  const lists = prices.map(({ currency, minQuantity, netMinor, grossMinor }) => ({
    ...{ currency, minQuantity },
    ...{ net: decimal(netMinor, currency), gross: decimal(grossMinor, currency) },
  }));
  return `${JSON.stringify({ ...Object.fromEntries(there), prices: lists })}\n`;
}

function cellOf(product: ExportedProduct, field: string): string {
  const value = product[field as keyof ExportedProduct];
  if (field === "prices") {
    return pricesText(product.prices);
  }
  return Array.isArray(value)
    ? pairsText(value as readonly NamedValue[])
    : String((value as string | number | null) ?? "");
}

function pairsText(pairs: readonly NamedValue[]): string {
  return pairs.map(({ name, value }) => `${name}: ${value}`.replaceAll(";", "\\;")).join("; ");
}

function pricesText(prices: readonly SupplierTier[]): string {
  return [...Map.groupBy(prices, ({ currency }) => currency)]
    .map(([currency, tiers]) =>
      [
        currency,
        ...tiers.map(
          ({ minQuantity, netMinor, grossMinor }) =>
            `${minQuantity}:${decimal(netMinor, currency)}/${decimal(grossMinor, currency)}`,
        ),
      ].join(" "),
    )
    .join("; ");
}

function guarded(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** `4425, "EUR"` as `44.25`. */
function decimal(minor: number, currency: string): string {
  return printMoney(minor, currency).slice(0, -currency.length - 1);
}
