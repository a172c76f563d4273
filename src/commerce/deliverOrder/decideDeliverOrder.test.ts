import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { decideDeliverOrder } from "./decideDeliverOrder.ts";

const codes = [
  { no: 1, sku: "A", quantity: 2, soldAs: "code" },
  { no: 2, sku: "B", quantity: 1, soldAs: "code" },
] as const;
const goods = { no: 3, sku: "C", quantity: 4, soldAs: "goods" } as const;
const told = [
  { type: "OrderPaid", chargeNo: 4 },
  { type: "CodeSold", lineNo: 1, sku: "A", count: 2 },
  { type: "CodeSold", lineNo: 2, sku: "B", count: 1 },
  { type: "CodeDelivered", lineNo: 1, sku: "A", count: 2, by: "email" },
  { type: "CodeDelivered", lineNo: 2, sku: "B", count: 1, by: "email" },
  { type: "CodesDelivered", count: 3 },
];

test("a placed order whose money has come is paid and delivered, line by line", () => {
  deepEqual(decideDeliverOrder(codes, 4), [...told, { type: "OrderDelivered", count: 3 }]);
});

test("while goods are to come the order is paid, and only its codes are delivered", () => {
  deepEqual(decideDeliverOrder([...codes, goods], 4), told);
  deepEqual(decideDeliverOrder([goods], 4), [{ type: "OrderPaid", chargeNo: 4 }]);
});
