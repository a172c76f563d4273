import assert, { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fewest, isQuantitySold, nearestQuantities } from "./quantity.ts";

const rule = fc.record({
  minQuantity: fc.integer({ min: 1, max: 60 }),
  multiple: fc.integer({ min: 1, max: 25 }),
});

test("the nearest quantities are sold, and nothing sold is nearer on their side", () => {
  fc.assert(
    fc.property(rule, fc.integer({ min: 1, max: 200 }), (sold, asked) => {
      const near = nearestQuantities(asked, sold);
      assert(near.length >= 1 && near.length <= 2);
      assert(near.every((quantity) => isQuantitySold(quantity, sold)));
      for (let quantity = 1; quantity <= 250; quantity += 1) {
        if (isQuantitySold(quantity, sold)) {
          assert(quantity >= fewest(sold));
          const side = near.find((found) => (quantity <= asked ? found <= asked : found >= asked));
          assert(side !== undefined && Math.abs(side - asked) <= Math.abs(quantity - asked));
        }
      }
      equal(near.includes(asked), isQuantitySold(asked, sold));
    }),
  );
});

test("from ten on in dozens: twelve is the fewest, and 30 lies between 24 and 36", () => {
  const dozens = { minQuantity: 10, multiple: 12 };
  deepEqual(nearestQuantities(1, dozens), [12]);
  deepEqual(nearestQuantities(10, dozens), [12]);
  deepEqual(nearestQuantities(30, dozens), [24, 36]);
  deepEqual(nearestQuantities(24, dozens), [24]);
});
