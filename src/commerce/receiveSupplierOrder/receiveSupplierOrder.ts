import assert from "node:assert/strict";
import { accepted, act, IdParams } from "../../platform/index.ts";
import { wantArrived } from "../delays/index.ts";
import {
  lockNamedSupplierOrder,
  SupplierOrderSchema,
  saveArrival,
  supplierOrderView,
} from "../supplierOrders/index.ts";
import { decideReceiveSupplierOrder } from "./decideReceiveSupplierOrder.ts";

/** POST /v1/supplier-orders/{id}/arrival: its goods are here; each order gets a parcel of its own. */
export const receiveSupplierOrder = act({
  route: "POST /v1/supplier-orders/{id}/arrival",
  permission: "supplier_order.receive",
  summary: "Takes in what a supplier sent: a parcel is wanted for each order that waits for it",
  params: IdParams,
  reply: SupplierOrderSchema,
  async run(tx, { id }, at) {
    const order = await lockNamedSupplierOrder(tx, id);
    const decision = decideReceiveSupplierOrder(order);
    if (decision.refused !== undefined) {
      return decision;
    }
    const { supplierOrderId } = order;
    const saved = await saveArrival(tx, supplierOrderId, at);
    assert.equal(saved, 1, "what is locked and was sent arrives once");
    tx.record(supplierOrderId, [{ type: "SupplierOrderArrived", orders: decision.accepted.length }]);
    for (const orderId of decision.accepted) {
      tx.enqueue(wantArrived, { orderId, supplierOrderId });
    }
    return accepted(supplierOrderView({ ...order, state: "arrived", arrivedAt: at }));
  },
});
