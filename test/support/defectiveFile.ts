/** A column, a value that is wrong in it, and what is said of it. */
export const ROW_DEFECTS: readonly (readonly [string, string, string])[] = [
  ["supplier_key", "", "missing"],
  ["supplier_key", "x".repeat(81), "too_long"],
  ["sku", "a b", "form"],
  ["sku", "x".repeat(61), "form"],
  ["product_code", "", "missing"],
  ["name", "  ", "missing"],
  ["name", "x".repeat(201), "too_long"],
  ["name", "Bell\u0007", "control_character"],
  ["name", "Gr\ufffdsse", "control_character"],
  ["brand", "", "missing"],
  ["category", "", "missing"],
  ["category", "Power/Battery", "form"],
  ["category", "a/b/c/d/e", "form"],
  ["category", "power//battery", "form"],
  ["description", "x".repeat(20_001), "too_long"],
  ["specifications", "Size", "pair"],
  ["specifications", ": 35 V", "pair"],
  ["specifications", Array.from({ length: 61 }, (_, no) => `a${no}: b`).join(";"), "too_many"],
  ["photo_url", "http://example.org/a.jpg", "form"],
  ["photo_url", "https://user:word@example.org/a.jpg", "form"],
  ["photo_url", "a.jpg", "form"],
  ["gtin", "12345", "form"],
  ["gtin", "4006381333932", "check_digit"],
  ["weight_grams", "1.5", "number"],
  ["weight_grams", "-1", "number"],
  ["min_quantity", "0", "number"],
  ["multiple", "0", "number"],
  ["multiple", "two", "number"],
  ["stock", "-3", "number"],
  ["stock", "1e3", "number"],
  ["stock", "1 000", "number"],
  ["lead_days", "366", "number"],
  ["prices", "", "missing"],
  ["prices", "44.25", "currency"],
  ["prices", "EUR", "price"],
  ["prices", "ABC 1:1.00/1.22", "currency"],
  ["prices", "EUR 1:36,27/44,25", "price"],
  ["prices", "EUR 1:36.275/44.25", "price"],
  ["prices", "JPY 1:36.27/44.25", "price"],
  ["prices", "EUR 1:-1.00/1.22", "price"],
  ["prices", "EUR 0:1.00/1.22", "price"],
  ["prices", "EUR 1:1.22/1.00", "gross_below_net"],
  ["prices", "EUR 10:1.00/1.22 1:2.00/2.44", "steps"],
  ["prices", "EUR 1:1.00/1.22; EUR 10:1.00/1.22", "currency_twice"],
];

const COLUMNS = [
  ...["supplier_key", "sku", "product_code", "name", "brand", "category", "description", "specifications"],
  ...["photo_url", "gtin", "weight_grams", "min_quantity", "multiple", "stock", "lead_days", "prices"],
] as const;

const good = (no: number): Record<string, string> => ({
  ...{ supplier_key: `good-${no}`, product_code: `C-${no}`, name: `Thing ${no}`, brand: "Maker" },
  ...{ category: "power", stock: "5", prices: "EUR 1:1.00/1.22" },
});
const lineOf = (cells: Readonly<Record<string, string>>): string =>
  COLUMNS.map((column) => `"${(cells[column] ?? "").replaceAll('"', '""')}"`).join(",");

/** A file with every kind of defect, each between two sound rows, and what is to be said of which line. */
export interface DefectiveFile {
  readonly text: string;
  readonly sound: number;
  /** `3 stock number`: the line, the column, what is wrong. */
  readonly faults: readonly string[];
}

/** Makes the file. What a program cannot send in JSON, a line that is not in UTF-8, is left to files. */
export function defectiveFile(): DefectiveFile {
  const defects: (readonly [line: string, column: string, code: string])[] = [
    ...ROW_DEFECTS.map(([column, value, code], no): readonly [string, string, string] => [
      lineOf({ ...good(no), supplier_key: `bad-${no}`, [column]: value }),
      ...([column, code] as const),
    ]),
    ["too,few,cells", "", "cells"],
    [`${lineOf(good(900))},"one more"`, "", "cells"],
    [lineOf({ ...good(901), sku: "U-3889316" }), "sku", "sku_taken"],
    [lineOf(good(0)), "supplier_key", "row_twice"],
    [lineOf({ ...good(902), supplier_key: "no sku in it", sku: "" }), "sku", "sku_needed"],
    ['"never closed', "", "quotes"],
  ];
  const lines = defects.flatMap(([line], no) => [lineOf(good(no)), line]);
  return {
    text: [COLUMNS.join(","), ...lines, lineOf(good(999)), ""].join("\n"),
    sound: defects.length + 1,
    faults: defects.map(([, column, code], no) => `${3 + 2 * no} ${column} ${code}`),
  };
}
