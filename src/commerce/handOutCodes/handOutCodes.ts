import { deliverKeptCodes } from "../../contracts/index.ts";
import type { DeadlineKind } from "../../platform/index.ts";
import { CODES_WAIT } from "../nextOpening.ts";
import { goodsLines } from "../order.ts";
import { completeOrder } from "../parcels/index.ts";
import { closeKept, orderOf } from "../store.ts";
import { decideHandOutCodes } from "./decideHandOutCodes.ts";

/** Hands out codes that were kept for a reseller until it opens. */
export const handOutCodes: DeadlineKind = {
  kind: CODES_WAIT,
  run: async (tx, { rootId }) => {
    const order = await orderOf(tx, rootId);
    const lines = order === undefined ? [] : await deliverKeptCodes(tx, rootId);
    if (order !== undefined && lines.length > 0) {
      const isWhole = goodsLines(order).length === 0;
      if (isWhole) {
        await closeKept(tx, rootId, tx.at);
      }
      tx.record(rootId, decideHandOutCodes(lines, isWhole));
      if (!isWhole) {
        await completeOrder(tx, rootId);
      }
    }
  },
};
