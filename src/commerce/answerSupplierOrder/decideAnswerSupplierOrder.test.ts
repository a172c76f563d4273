import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { SupplierLine } from "../supplierOrders/index.ts";
import { decideAnswerSupplierOrder, type SupplierAnswer } from "./decideAnswerSupplierOrder.ts";

const line = (orderId: string, promisedOn: string, cancelledQuantity = 0): SupplierLine => ({
  ...{
    orderId,
    lineNo: 1,
    sku: "A",
    supplierKey: "a",
    name: "A",
    quantity: 2,
    cancelledQuantity,
    promisedOn,
  },
});
const lines = [
  line("one", "2026-06-15"),
  line("two", "2026-06-17"),
  line("two", "2026-06-20"),
  line("gone", "2026-06-10", 2),
];
const comes = (day: string): SupplierAnswer => ({
  ...{ answer: "comes", expectedOn: Temporal.PlainDate.from(day) },
});

test("a day is late for who was promised an earlier one, each told once; cannot is late for all", () => {
  const table: readonly (readonly [SupplierAnswer, string, readonly string[]])[] = [
    [comes("2026-06-15"), "confirmed", []],
    [comes("2026-06-16"), "late", ["one"]],
    [comes("2026-06-30"), "late", ["one", "two"]],
    [{ answer: "cannot" }, "failed", ["one", "two"]],
  ];
  for (const [said, state, late] of table) {
    for (const from of ["sent", "confirmed", "late", "failed"] as const) {
      deepEqual(decideAnswerSupplierOrder({ state: from, lines }, said).accepted, { state, late });
    }
  }
});

test("what was not sent or is over has no answer", () => {
  const codeOf = (state: "gathering" | "arrived" | "cancelled") =>
    decideAnswerSupplierOrder({ state, lines }, { answer: "cannot" }).refused?.code;
  equal(codeOf("gathering"), "supplier_order_not_sent");
  equal(codeOf("arrived"), "supplier_order_over");
  equal(codeOf("cancelled"), "supplier_order_over");
});
