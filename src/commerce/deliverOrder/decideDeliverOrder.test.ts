import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { decideDeliverOrder } from "./decideDeliverOrder.ts";

const lines = [
  { no: 1, sku: "A", quantity: 2 },
  { no: 2, sku: "B", quantity: 1 },
];

test("a placed order whose money has come is paid and delivered, line by line", () => {
  deepEqual(decideDeliverOrder(lines, 4), [
    { type: "OrderPaid", chargeNo: 4 },
    { type: "CodeSold", lineNo: 1, sku: "A", count: 2 },
    { type: "CodeSold", lineNo: 2, sku: "B", count: 1 },
    { type: "CodeDelivered", lineNo: 1, sku: "A", count: 2, by: "email" },
    { type: "CodeDelivered", lineNo: 2, sku: "B", count: 1, by: "email" },
    { type: "OrderDelivered", count: 3 },
  ]);
});
