import { deepEqual, throws } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cutPage, type EarningsKey } from "./cutPage.ts";

const word = fc.string({ minLength: 1, maxLength: 4 });
const row: fc.Arbitrary<EarningsKey> = fc.record({
  ...{ programme: word, plan: word, region: word, currency: word },
});

test("pages of any size, one after the other, show each row once", () => {
  const distinct = fc.uniqueArray(row, { selector: (one) => JSON.stringify(one), maxLength: 20 });
  fc.assert(
    fc.property(distinct, fc.integer({ min: 1, max: 7 }), (rows, limit) => {
      const seen: EarningsKey[] = [];
      let after: string | undefined;
      for (let pages = 0; pages <= rows.length; pages += 1) {
        const { shown, nextCursor } = cutPage(rows, after, limit);
        seen.push(...shown);
        if (nextCursor === null) {
          break;
        }
        after = nextCursor;
      }
      deepEqual(seen, rows);
    }),
  );
});

test("a place that no row has is refused", () => {
  const [rows, place] = [[{ programme: "a", plan: "b", region: "EU", currency: "EUR" }], "nonsense"];
  throws(() => cutPage(rows, place, 1), { name: "Problem" });
});
