import { Type } from "typebox";
import { accepted, act, badField, Day, IdParams, line, shape } from "../../platform/index.ts";
import { tellLateOrder } from "../delays/index.ts";
import {
  lockNamedSupplierOrder,
  SupplierOrderSchema,
  saveAnswer,
  supplierOrderView,
} from "../supplierOrders/index.ts";
import { decideAnswerSupplierOrder, type SupplierAnswer } from "./decideAnswerSupplierOrder.ts";

/** POST /v1/supplier-orders/{id}/answer: when it comes, or that it cannot. Who waits in vain is told. */
export const answerSupplierOrder = act({
  route: "POST /v1/supplier-orders/{id}/answer",
  permission: "supplier_order.answer",
  summary:
    "Notes what a supplier says of its order: the day it comes, or that it cannot; late buyers are told",
  params: IdParams,
  body: shape({
    answer: Type.Enum(["comes", "cannot"]),
    /** Of what comes: the day it is with its buyers. */
    expectedOn: Type.Optional(Day),
    reason: Type.Optional(line(500)),
  }),
  reply: SupplierOrderSchema,
  dryRun: true,
  async run(tx, { id, answer, expectedOn, reason }, at) {
    const said = readAnswer(answer, expectedOn, at);
    const order = await lockNamedSupplierOrder(tx, id);
    const decision = decideAnswerSupplierOrder(order, said);
    if (decision.refused !== undefined) {
      return decision;
    }
    const { state, late } = decision.accepted;
    const { supplierOrderId } = order;
    const day = said.answer === "comes" ? said.expectedOn : null;
    const told = [state, day, reason ?? null, at, tx.caller.id];
    const { answers } = await saveAnswer(tx, supplierOrderId, ...told);
    const expected = day?.toString() ?? null;
    tx.record(supplierOrderId, [
      { type: "SupplierOrderAnswered", state, expectedOn: expected, answerNo: answers, late: late.length },
    ]);
    for (const orderId of late) {
      tx.enqueue(tellLateOrder, { orderId, supplierOrderId, answerNo: answers });
    }
    const answeredBy = tx.caller.id;
    const now = { ...order, state, expectedOn: day, reason: reason ?? null, answeredAt: at, answeredBy };
    return accepted(supplierOrderView(now));
  },
});

function readAnswer(
  answer: "comes" | "cannot",
  expectedOn: string | undefined,
  at: Temporal.Instant,
): SupplierAnswer {
  if (answer === "cannot") {
    if (expectedOn !== undefined) {
      throw badField("/expectedOn", "day_without_goods", "What cannot come has no day: leave it out.");
    }
    return { answer };
  }
  if (expectedOn === undefined) {
    throw badField("/expectedOn", "day_missing", "Say the day it comes.");
  }
  const day = Temporal.PlainDate.from(expectedOn);
  // Somewhere it may still be the day before.
  const first = at.toZonedDateTimeISO("UTC").toPlainDate().subtract({ days: 1 });
  if (Temporal.PlainDate.compare(day, first) < 0) {
    throw badField("/expectedOn", "day_over", "This day is over: say one that is to come.");
  }
  return { answer, expectedOn: day };
}
