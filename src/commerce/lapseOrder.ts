import assert from "node:assert/strict";
import { cancelCharge, chargesOf } from "../money/index.ts";
import type { DeadlineKind } from "../platform/index.ts";
import { giveBack } from "./giveBack.ts";
import { cancelPlaced, orderOf } from "./store.ts";

/** Nobody paid in time. An order has one such deadline, so its key says nothing. */
export const ORDER_LAPSES = "order_lapses";
export const LAPSES_AFTER = { hours: 7 * 24 };
const PUT_OFF = { hours: 24 };

/**
 * An order that nobody paid for in a week is cancelled, with its charge. While a payment is on its way
 * nothing
 * lapses: its outcome comes first.
 */
export const lapseOrder: DeadlineKind = {
  kind: ORDER_LAPSES,
  run: async (tx, { rootId, key }) => {
    const charge = (await chargesOf(tx, rootId)).at(-1);
    if (charge === undefined || charge.state === "captured") {
      return;
    }
    if (charge.state === "open" && (await cancelCharge(tx, charge)).refused !== undefined) {
      tx.schedule(rootId, ORDER_LAPSES, key, tx.at.add(PUT_OFF));
    } else if ((await cancelPlaced(tx, rootId, tx.at)) === 1) {
      const order = await orderOf(tx, rootId);
      assert(order !== undefined, "an order is never deleted");
      await giveBack(tx, order);
      tx.record(rootId, [{ type: "OrderLapsed" }]);
    }
  },
};
