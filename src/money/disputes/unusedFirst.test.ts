import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { unusedFirst } from "./unusedFirst.ts";

test("a lost dispute ends unused codes before plans that run, and none that was paid back", () => {
  const sales = [
    { no: 1, state: "earning", contractId: "ctr_a_1" },
    { no: 2, state: "refunded", contractId: null },
    { no: 3, state: "unused", contractId: null },
    { no: 4, state: "earning", contractId: "ctr_b_1" },
    { no: 5, state: "unused", contractId: null },
  ];
  deepEqual(
    unusedFirst(sales).map(({ no }) => no),
    [3, 5, 1, 4],
  );
});
