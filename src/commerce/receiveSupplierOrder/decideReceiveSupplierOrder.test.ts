import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { type SupplierOrderState, supplierOrderStates } from "../supplierOrders/index.ts";
import { decideReceiveSupplierOrder } from "./decideReceiveSupplierOrder.ts";

const line = { lineNo: 1, sku: "A", supplierKey: "a", name: "A", quantity: 2, promisedOn: "2026-06-15" };
const lines = [
  { ...line, orderId: "two", cancelledQuantity: 0 },
  { ...line, orderId: "one", cancelledQuantity: 1 },
  { ...line, orderId: "two", lineNo: 2, cancelledQuantity: 0 },
  { ...line, orderId: "gone", cancelledQuantity: 2 },
];

test("what was sent arrives once, for every order that still waits for some of it", () => {
  const of = (state: SupplierOrderState) => {
    const { accepted, refused } = decideReceiveSupplierOrder({ state, lines });
    return accepted ?? refused.code;
  };
  const here = ["one", "two"];
  deepEqual(Object.fromEntries(supplierOrderStates.map((state) => [state, of(state)])), {
    ...{ gathering: "supplier_order_not_sent", sent: here, confirmed: here, late: here, failed: here },
    ...{ arrived: "supplier_order_over", cancelled: "supplier_order_over" },
  });
});
