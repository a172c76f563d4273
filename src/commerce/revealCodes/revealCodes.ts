import { Type } from "typebox";
import { openCodesOf, sealedCodesOf } from "../../contracts/index.ts";
import { accepted, act, IdParams, notFound, shape } from "../../platform/index.ts";
import { orderIdOf, ownSightOf } from "../sight.ts";
import { lockSeenOrder } from "../store.ts";
import { decideRevealCodes } from "./decideRevealCodes.ts";

/**
 * POST /v1/orders/{id}/codes: shows the clear codes to whoever bought or placed the order, and writes that
 * down. Codes are never kept in an answer: a repeated key shows and logs them again.
 */
export const revealCodes = act({
  route: "POST /v1/orders/{id}/codes",
  permission: "order.reveal",
  summary: "Shows the codes of an order to its buyer. Every time is logged.",
  params: IdParams,
  reply: shape({
    data: Type.Array(shape({ code: Type.String(), sku: Type.String(), last4: Type.String() })),
  }),
  secretReply: "shown_again",
  async run(tx, { id }) {
    const order = await lockSeenOrder(tx, orderIdOf(id), ...ownSightOf(tx.caller));
    if (order === undefined) {
      throw notFound("order");
    }
    const decision = decideRevealCodes(order);
    if (decision.refused !== undefined) {
      return decision;
    }
    const sealed = await sealedCodesOf(tx, order.orderId);
    tx.record(order.orderId, [{ type: "CodesRevealed", count: sealed.length }]);
    const codes = openCodesOf(tx.platform, sealed);
    return accepted({ data: codes.map(({ code, sku, last4 }) => ({ code, sku, last4 })) });
  },
});
