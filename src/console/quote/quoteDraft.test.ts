import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { blankLine, linesOf } from "./quoteDraft.ts";

const claim = { currency: "PLN" };

describe("a quote that is being typed", () => {
  it("is read when each line has a price of the list, or words and a price", () => {
    const listed = { ...blankLine(1), item: "lens" };
    const own = {
      ...blankLine(2),
      kind: "other" as const,
      says: " Cleaning ",
      quantity: "1,5",
      unit: "10.00",
    };
    deepEqual(linesOf([listed, own], claim), [
      { kind: "part", quantity: 1, item: "lens" },
      { kind: "other", quantity: 1.5, says: "Cleaning", unit: { amount: 1_000, currency: "PLN" } },
    ]);
  });

  it("is not while a line lacks its price, its words or its number", () => {
    for (const wrong of [
      {},
      { item: "lens", quantity: "0" },
      { item: "lens", unit: "x" },
      { says: "A", unit: "" },
    ]) {
      equal(linesOf([{ ...blankLine(1), ...wrong }], claim), undefined, JSON.stringify(wrong));
    }
    equal(linesOf([], claim), undefined);
  });
});
