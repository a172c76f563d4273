import { createPerson } from "../../identity/index.ts";
import type { DeadlineKind } from "../../platform/index.ts";
import { wantedOf } from "./supplierOrder.ts";
import { closeGathering, supplierOrderOf } from "./supplierOrderStore.ts";

/** On a supplier order: its day's cut-off. It has one. */
export const SUPPLIER_ORDER_CLOSES = "supplier_order_closes";

/** At the cut-off what was gathered is sent; what nobody waits for any more is not. */
export const closeGathered: DeadlineKind = {
  kind: SUPPLIER_ORDER_CLOSES,
  async run(tx, { rootId }) {
    const order = await supplierOrderOf(tx, rootId);
    if (order?.state !== "gathering") {
      return;
    }
    const pieces = order.lines.reduce((sum, line) => sum + wantedOf(line), 0);
    if (pieces === 0) {
      await closeGathering(tx, rootId, "cancelled", null, null);
      tx.record(rootId, [{ type: "SupplierOrderCancelled" }]);
      return;
    }
    const { email, supplierName: name, supplier } = order;
    const contactId = email === null ? null : await createPerson(tx, { name, email });
    await closeGathering(tx, rootId, "sent", tx.at, contactId);
    tx.record(rootId, [{ type: "SupplierOrderSent", supplier, pieces, byMail: contactId !== null }]);
  },
};
