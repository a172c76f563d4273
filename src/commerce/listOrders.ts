import { Type } from "typebox";
import { PageQuery, page, pageOfRoots, read, shape } from "../platform/index.ts";
import { orderStates } from "./order.ts";
import { OrderSchema, orderView } from "./orderView.ts";
import { sightOf } from "./sight.ts";
import { pageOfOrders } from "./store.ts";

/** GET /v1/orders: the caller's own, all for staff; the newest first. */
export const listOrders = read({
  route: "GET /v1/orders",
  permission: "order.read",
  summary: "Lists orders, the newest first; those in one state where one is named.",
  query: shape({ ...PageQuery, state: Type.Optional(Type.Enum([...orderStates])) }),
  reply: page(OrderSchema),
  run: async (db, { state = null, ...place }) =>
    await pageOfRoots("ord", place, {
      read: (before, limit) => pageOfOrders(db, before, ...sightOf(db.caller), limit, state),
      idOf: ({ orderId }) => orderId,
      view: orderView,
    }),
});
