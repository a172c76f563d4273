import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { compareWithShelf, type OnShelf } from "./compareWithShelf.ts";
import type { DigestedRow } from "./digested.ts";
import type { SupplierProduct } from "./supplierProduct.ts";

function row(line: number, change: Partial<SupplierProduct> = {}, digests: Partial<DigestedRow> = {}) {
  const product: SupplierProduct = {
    ...{ supplierKey: "a", productCode: "C-1", name: "Thing", brand: "Maker", category: "power/battery" },
    ...{ summary: "", description: "", specifications: [], parameters: [], weightGrams: 0 },
    ...{ minQuantity: 1, multiple: 1, stock: 5, leadDays: 3 },
    prices: [{ currency: "EUR", minQuantity: 1, netMinor: 100, grossMinor: 122 }],
    ...change,
  };
  return { line, product, described: "d1", priced: "p1", ...digests } as DigestedRow;
}

const there: OnShelf = {
  ...{ sku: "house-a", supplier: "house", supplierKey: "a", described: "d1", priced: "p1" },
  ...{ stock: 5, leadDays: 3, minQuantity: 1, multiple: 1, keepsPrices: false },
};

const skusIn = ({ created, described, offered, priced }: ReturnType<typeof compareWithShelf>) =>
  [created, described, offered, priced].map((list) => list.map(({ sku }) => sku));

test("a key that nobody knows is a new product, under a SKU made from it where the row has none", () => {
  const found = compareWithShelf("house", [row(2), row(3, { supplierKey: "b", sku: "OWN" })], []);
  deepEqual(skusIn(found), [["house-a", "OWN"], [], [], []]);
});

test("what is the same is written nowhere", () => {
  const found = compareWithShelf("house", [row(2)], [there]);
  deepEqual([skusIn(found), found.same, found.changed], [[[], [], [], []], 1, 0]);
});

for (const [change, digests, lists] of [
  [{ stock: 6 }, {}, [[], [], ["house-a"], []]],
  [{ leadDays: 4 }, {}, [[], [], ["house-a"], []]],
  [{ minQuantity: 2 }, {}, [[], [], ["house-a"], []]],
  [{ multiple: 2 }, {}, [[], [], ["house-a"], []]],
  [{}, { described: "d2" }, [[], ["house-a"], ["house-a"], []]],
  [{}, { priced: "p2" }, [[], [], ["house-a"], ["house-a"]]],
] as const) {
  test(`of ${JSON.stringify({ ...change, ...digests })} only that part is written, with its digests`, () => {
    const found = compareWithShelf("house", [row(2, change, digests)], [there]);
    deepEqual([skusIn(found), found.changed], [lists, 1]);
  });
}

for (const [code, given, shelf] of [
  ["sku_needed", row(2, { supplierKey: "a b" }), []],
  ["sku_changed", row(2, { sku: "OTHER" }), [there]],
  ["sku_taken", row(2, { supplierKey: "b", sku: "house-a" }), [there]],
  ["sku_taken", row(2), [{ ...there, supplier: null, supplierKey: null }]],
] as const) {
  test(`a row is refused as ${code} and nothing of it is written`, () => {
    const found = compareWithShelf("house", [given], shelf);
    deepEqual(skusIn(found), [[], [], [], []]);
    deepEqual(
      found.refused.map(({ line, faults }) => [line, faults.map((fault) => fault.code)]),
      [[2, [code]]],
    );
  });
}

test("of two rows with one key or one SKU the first counts", () => {
  const rows = [row(2), row(3, { stock: 9 }), row(4, { supplierKey: "b", sku: "house-a" })];
  const found = compareWithShelf("house", rows, []);
  deepEqual(skusIn(found)[0], ["house-a"]);
  deepEqual(
    found.refused.map(({ line, faults }) => [line, faults[0]?.code]),
    [
      [3, "row_twice"],
      [4, "row_twice"],
    ],
  );
});

test("a row that could not be read is refused with its own faults", () => {
  const faults = [{ field: "gtin", code: "gtin", says: "", given: "1" }];
  equal(compareWithShelf("house", [{ line: 2, faults }], []).refused[0]?.faults, faults);
});
