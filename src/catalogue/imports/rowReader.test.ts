import assert from "node:assert/strict";
import { test } from "node:test";
import { ROW_DEFECTS } from "../../../test/support/defectiveFile.ts";
import { COLUMN_NAMES, rowReader, wrongHeader } from "./columns.ts";
import { readProduct } from "./readProduct.ts";

const GOOD: Readonly<Record<string, string>> = {
  supplier_key: "S-1",
  sku: "G-1",
  product_code: "CP.1",
  name: "Battery",
  brand: "Brand",
  category: "power/battery",
  prices: "EUR 1:36.27/44.25 10:33.00/40.26; JPY 1:5000/5500",
};

const read = rowReader(COLUMN_NAMES);
const readRow = (changed: Readonly<Record<string, string>>) =>
  read(COLUMN_NAMES.map((name) => ({ ...GOOD, ...changed })[name] ?? ""));

test("a row is read, and what it leaves out is as the house has it", () => {
  const row = readRow({ specifications: "Size: 35 V; Note: a\\; b: c" });
  assert.deepEqual("product" in row ? row.product : row.faults, {
    supplierKey: "S-1",
    sku: "G-1",
    productCode: "CP.1",
    supplierCode: undefined,
    name: "Battery",
    brand: "Brand",
    category: "power/battery",
    summary: "",
    description: "",
    specifications: [
      { name: "Size", value: "35 V" },
      { name: "Note", value: "a; b: c" },
    ],
    parameters: [],
    photoUrl: undefined,
    gtin: undefined,
    weightGrams: 0,
    minQuantity: 1,
    multiple: 1,
    stock: 0,
    leadDays: 0,
    prices: [
      { currency: "EUR", minQuantity: 1, netMinor: 3_627, grossMinor: 4_425 },
      { currency: "EUR", minQuantity: 10, netMinor: 3_300, grossMinor: 4_026 },
      { currency: "JPY", minQuantity: 1, netMinor: 5_000, grossMinor: 5_500 },
    ],
  });
});

test("each defect is told of by its column, its kind and a way out", () => {
  for (const [column, value, code] of ROW_DEFECTS) {
    const row = readRow({ [column]: value });
    const faults = "faults" in row ? row.faults : [];
    assert.deepEqual(
      faults.map((fault) => [fault.field, fault.code]),
      [[column, code]],
      `${column} ${value.slice(0, 60)}`,
    );
    assert.ok(faults.every(({ says }) => says.length > 10));
  }
});

test("a right GTIN is taken", () => {
  for (const gtin of ["4006381333931", "96385074", "036000291452", "10614141000415"]) {
    assert.ok("product" in readRow({ gtin }), gtin);
  }
});

test("all defects of a row are told at once", () => {
  const row = readRow({ name: "", stock: "x", prices: "" });
  assert.deepEqual("faults" in row && row.faults.map(({ field }) => field), ["name", "stock", "prices"]);
});

test("JSON says the same as a row", () => {
  const { supplier_key: supplierKey, product_code: productCode, ...rest } = GOOD;
  const prices = [
    { currency: "EUR", minQuantity: 1, net: "36.27", gross: "44.25" },
    { currency: "EUR", minQuantity: 10, net: "33.00", gross: "40.26" },
    { currency: "JPY", minQuantity: 1, net: 5000, gross: 5500 },
  ];
  const specifications = [{ name: "Note", value: "a; b: c" }];
  assert.deepEqual(
    readProduct({ ...rest, supplierKey, productCode, prices, specifications, stock: 7 }),
    readRow({ specifications: "Note: a\\; b: c", stock: "7" }),
  );
});

test("JSON of another shape is told of", () => {
  for (const [given, code] of [
    [[], "object"],
    ["text", "object"],
    [null, "object"],
    [{ colour: "red" }, "unknown_field"],
  ] as const) {
    const row = readProduct(given);
    assert.deepEqual("faults" in row && row.faults.map((fault) => fault.code), [code]);
  }
});

test("a first line without a column, with one of another name, or with one twice is no header", () => {
  const names = Object.keys(GOOD);
  assert.equal(wrongHeader(names), undefined);
  assert.match(wrongHeader(names.filter((name) => name !== "prices")) ?? "", /missing: prices\./);
  assert.match(wrongHeader([...names, "colour"]) ?? "", /not known: colour\./);
  assert.match(wrongHeader([...names, "name"]) ?? "", /twice: name\./);
});
