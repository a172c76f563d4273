import { Type } from "typebox";
import { PageQuery, page, publicId, read, readPublicId, shape, wrongCursor } from "../platform/index.ts";
import { orderStates } from "./order.ts";
import { OrderSchema, orderView } from "./orderView.ts";
import { sightOf } from "./sight.ts";
import { pageOfOrders } from "./store.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/orders: the caller's own, all for staff; the newest first. */
export const listOrders = read({
  route: "GET /v1/orders",
  permission: "order.read",
  summary: "Lists orders, the newest first; those in one state where one is named.",
  query: shape({ ...PageQuery, state: Type.Optional(Type.Enum([...orderStates])) }),
  reply: page(OrderSchema),
  async run(db, { after, limit = DEFAULT_LIMIT, state }) {
    const before = after === undefined ? "" : readPublicId("ord", after)?.rootId;
    if (before === undefined) {
      throw wrongCursor();
    }
    const found = await pageOfOrders(db, before, ...sightOf(db.caller), limit + 1, state ?? null);
    const orders = found.slice(0, limit);
    const last = orders.at(-1);
    return {
      data: orders.map(orderView),
      nextCursor: found.length > limit && last !== undefined ? publicId("ord", last.orderId) : null,
    };
  },
});
