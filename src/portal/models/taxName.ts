import type { TaxKind } from "../../catalogue/index.ts";
import { en } from "../words/en.ts";
import { countryName } from "./countries.ts";

/** A tax as it is printed beside its sum: `VAT 23 %, Poland`. */
export function taxName(
  kind: TaxKind | null,
  rateBasisPoints: number | null | undefined,
  country: string | null | undefined,
): string {
  const name = en.receipts.taxes[kind ?? "other"] ?? en.receipts.tax;
  const rate = rateBasisPoints ? ` ${en.receipts.percent(rateBasisPoints / 100)}` : "";
  const where = country === null || country === undefined ? "" : `, ${countryName(country)}`;
  return `${name}${rate}${where}`;
}
