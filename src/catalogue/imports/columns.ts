import { type CellReader, formed, gtin, pictureUrl, requiredText, text, wholeNumber } from "./cell.ts";
import { pairs } from "./pairs.ts";
import { type RowFault, SKU_FORM, type SupplierProduct } from "./supplierProduct.ts";
import { tiers } from "./tiers.ts";

/** A column of a file, the field it fills, how it is read, and whether a file may do without it. */
interface Column {
  readonly column: string;
  readonly field: keyof SupplierProduct;
  readonly read: CellReader<unknown>;
  readonly isRequired?: true;
}

const SKU = formed(SKU_FORM, "Up to 60 letters, digits, points, lines and dashes.");
const CATEGORY = formed(
  /^[a-z0-9-]{1,40}(\/[a-z0-9-]{1,40}){0,3}$/,
  "Up to four steps in small letters, from the outside in: power/battery.",
);

/** The columns, in the order in which a file of ours has them. */
const COLUMNS: readonly Column[] = [
  { column: "supplier_key", field: "supplierKey", read: requiredText(80), isRequired: true },
  { column: "sku", field: "sku", read: SKU },
  { column: "product_code", field: "productCode", read: requiredText(80), isRequired: true },
  { column: "supplier_code", field: "supplierCode", read: absentWhenEmpty(text(80)) },
  { column: "name", field: "name", read: requiredText(200), isRequired: true },
  { column: "brand", field: "brand", read: requiredText(60), isRequired: true },
  { column: "category", field: "category", read: required(CATEGORY), isRequired: true },
  { column: "summary", field: "summary", read: text(500) },
  { column: "description", field: "description", read: text(20_000) },
  { column: "specifications", field: "specifications", read: pairs },
  { column: "parameters", field: "parameters", read: pairs },
  { column: "photo_url", field: "photoUrl", read: pictureUrl },
  { column: "gtin", field: "gtin", read: gtin },
  { column: "weight_grams", field: "weightGrams", read: wholeNumber(0, 1_000_000, 0) },
  { column: "min_quantity", field: "minQuantity", read: wholeNumber(1, 100_000, 1) },
  { column: "multiple", field: "multiple", read: wholeNumber(1, 100_000, 1) },
  { column: "stock", field: "stock", read: wholeNumber(0, 10_000_000, 0) },
  { column: "lead_days", field: "leadDays", read: wholeNumber(0, 365, 0) },
  { column: "prices", field: "prices", read: tiers, isRequired: true },
];

/** The names of all columns, in the order in which a file of ours has them. */
export const COLUMN_NAMES: readonly string[] = COLUMNS.map(({ column }) => column);

/** The columns with the fields they fill. */
export function fieldColumns(): readonly { readonly column: string; readonly field: string }[] {
  return COLUMNS.map(({ column, field }) => ({ column, field }));
}

/** Why a file with this first line cannot be read; undefined when it can. */
export function wrongHeader(names: readonly string[]): string | undefined {
  const missing = COLUMNS.filter(({ column, isRequired }) => isRequired && !names.includes(column));
  const unknown = names.filter((name) => !COLUMN_NAMES.includes(name));
  const twice = names.filter((name, place) => names.indexOf(name) < place);
  const told = [
    ...(missing.length > 0 ? [`These columns are missing: ${columnsIn(missing)}.`] : []),
    ...(unknown.length > 0 ? [`These are not known: ${unknown.slice(0, 10).join(", ").slice(0, 200)}.`] : []),
    ...(twice.length > 0 ? [`These stand there twice: ${twice.slice(0, 10).join(", ").slice(0, 200)}.`] : []),
  ];
  return told.length === 0 ? undefined : `${told.join(" ")} The columns are: ${COLUMN_NAMES.join(", ")}.`;
}

/** What a row says, or what is wrong with it, from its cells. */
export type RowReader = (
  cells: readonly string[],
) => { readonly product: SupplierProduct } | { readonly faults: readonly RowFault[] };

/** A reader of rows whose cells stand in the order of these columns. */
export function rowReader(names: readonly string[]): RowReader {
  const places = COLUMNS.map((column) => ({ ...column, place: names.indexOf(column.column) }));
  return (cells) => {
    const product: Record<string, unknown> = {};
    const faults: RowFault[] = [];
    for (const { place, column, field, read } of places) {
      const given = cells[place]?.trim() ?? "";
      const cell = read(given);
      if (cell.code === undefined) {
        product[field] = cell.value;
      } else {
        faults.push({ field: column, code: cell.code, says: cell.says, given: given.slice(0, 200) });
      }
    }
    return faults.length > 0 ? { faults } : { product: product as unknown as SupplierProduct };
  };
}

function columnsIn(columns: readonly Column[]): string {
  return columns.map(({ column }) => column).join(", ");
}

function required(read: CellReader<unknown>): CellReader<unknown> {
  return (given) => (given === "" ? { code: "missing", says: "This must be filled in." } : read(given));
}

function absentWhenEmpty(read: CellReader<string>): CellReader<string | undefined> {
  return (given) => (given === "" ? { value: undefined } : read(given));
}
