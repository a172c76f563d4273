import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { categoryTree } from "./categoryTree.ts";

test("a place counts what is in it and within it, and stands behind the one it is in", () => {
  const tree = categoryTree([
    { category: "power-tools", products: 1 },
    { category: "power/battery/li-ion", products: 3 },
    { category: "power/battery", products: 2 },
    { category: "power/charger", products: 4 },
    { category: "", products: 9 },
  ]);
  deepEqual(
    tree.map(({ category, parent, products }) => [category, parent, products]),
    [
      ["power", null, 9],
      ["power/battery", "power", 5],
      ["power/battery/li-ion", "power/battery", 3],
      ["power/charger", "power", 4],
      ["power-tools", null, 1],
    ],
  );
});

test("the outermost places hold everything that is anywhere, and every parent comes first", () => {
  const step = fc.constantFrom("a", "a-b", "b", "c1");
  const counted = fc.array(
    fc.record({
      category: fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => steps.join("/")),
      products: fc.nat(100),
    }),
  );
  fc.assert(
    fc.property(counted, (rows) => {
      const tree = categoryTree(rows);
      const sum = (list: readonly { readonly products: number }[]) =>
        list.reduce((total, { products }) => total + products, 0);
      equal(sum(tree.filter(({ parent }) => parent === null)), sum(rows));
      const seen = new Set<string>();
      for (const { category, parent } of tree) {
        equal(parent === null || seen.has(parent), true, category);
        seen.add(category);
      }
    }),
  );
});
