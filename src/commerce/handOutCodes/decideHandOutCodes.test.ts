import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { decideHandOutCodes } from "./decideHandOutCodes.ts";

test("codes that were kept are told line by line, and their order when nothing else is to come", () => {
  const lines = [
    { lineNo: 1, sku: "A", count: 2 },
    { lineNo: 2, sku: "B", count: 1 },
  ];
  const told = decideHandOutCodes(lines, true).map(({ type, count }) => [type, count]);
  deepEqual(told, [
    ["CodeDelivered", 2],
    ["CodeDelivered", 1],
    ["CodesDelivered", 3],
    ["OrderDelivered", 3],
  ]);
  deepEqual(decideHandOutCodes(lines, false).at(-1), { type: "CodesDelivered", count: 3 });
});
