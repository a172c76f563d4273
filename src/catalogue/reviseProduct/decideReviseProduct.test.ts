import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { KeptProduct } from "../keeping/index.ts";
import { decideReviseProduct, type ProductWanted } from "./decideReviseProduct.ts";

const WANTED: ProductWanted = {
  ...{ productCode: "C", name: "Battery", brand: "Maker", category: "power", summary: "" },
  ...{ specifications: [{ name: "Size", value: "5" }], photoUrl: null, gtin: null, weightGrams: 10 },
  ...{ models: [], codeSupply: "minted", isListed: true },
};

function product(supplier: string | null, keptFields: string[] = []): KeptProduct {
  return {
    ...WANTED,
    ...{ sku: "S", soldAs: "goods", programme: null, plan: null, keptFields, version: 3 },
    // As JSON of the database has it: in another order.
    specifications: [{ value: "5", name: "Size" }],
    offer: {
      ...{ supplier, supplierKey: supplier, supplierCode: null, description: "", parameters: [] },
      ...{ stock: 1, leadDays: 0, minQuantity: 1, multiple: 1 },
    },
    changedAt: Temporal.Instant.from("2026-06-01T00:00:00Z"),
  };
}

const decide = (
  own: KeptProduct,
  change: Partial<ProductWanted>,
  releases: readonly ("name" | "brand" | "prices")[] = [],
) => decideReviseProduct({ product: own, wanted: { ...WANTED, ...change }, version: 3, releases });

test("what a person changes of a supplier's product is kept from its feed", () => {
  deepEqual(decide(product("house"), { name: "Cell", isListed: false }).accepted, {
    changed: { name: { from: "Battery", to: "Cell" }, isListed: { from: true, to: false } },
    released: [],
    keptFields: ["name"],
  });
  deepEqual(decide(product(null), { name: "Cell" }).accepted?.keptFields, [], "nobody else writes it");
});

test("what is the same is no change, in whatever order its parts are stored", () => {
  deepEqual(decide(product("house"), {}).accepted, { changed: {}, released: [], keptFields: [] });
});

test("a field is given back to the feed, unless it is set in the same breath", () => {
  const own = product("house", ["name", "prices"]);
  deepEqual(decide(own, {}, ["name", "brand"]).accepted, {
    ...{ changed: {}, released: ["name"], keptFields: ["prices"] },
  });
  deepEqual(decide(own, { name: "Cell" }, ["name"]).accepted?.keptFields, ["name", "prices"]);
});

test("who looked at an older state changes nothing", () => {
  const decided = decideReviseProduct({
    ...{ product: product("house"), wanted: WANTED, version: 2, releases: [] },
  });
  equal(decided.refused?.code, "product_changed");
});
