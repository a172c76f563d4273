import { Type } from "typebox";
import {
  IdParams,
  notFound,
  PageQuery,
  page,
  publicId,
  read,
  readPublicId,
  shape,
  type Tx,
  wrongCursor,
} from "../../platform/index.ts";
import {
  type SupplierOrder,
  SupplierOrderSchema,
  supplierOrderStates,
  supplierOrderView,
} from "./supplierOrder.ts";
import { lockSupplierOrder, pageOfSupplierOrders, supplierOrderOf } from "./supplierOrderStore.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/supplier-orders */
export const listSupplierOrders = read({
  route: "GET /v1/supplier-orders",
  permission: "supplier_order.read",
  summary: "Lists what is ordered of suppliers, the newest first; of one, in a state, or what is not over",
  query: shape({
    ...PageQuery,
    supplier: Type.Optional(Type.String({ maxLength: 40 })),
    state: Type.Optional(Type.Enum([...supplierOrderStates])),
    open: Type.Optional(Type.Boolean()),
  }),
  reply: page(SupplierOrderSchema),
  csv: true,
  async run(db, { supplier, state, open = false, after, limit = DEFAULT_LIMIT }) {
    const before = after === undefined ? undefined : readPublicId("sor", after);
    if (after !== undefined && (before === undefined || before.no !== undefined)) {
      throw wrongCursor();
    }
    const asked = [before?.rootId ?? "", supplier ?? null, state ?? null, open, limit + 1];
    const found = await pageOfSupplierOrders(db, ...asked);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const isMore = found.length > limit && last !== undefined;
    return {
      data: shown.map(supplierOrderView),
      nextCursor: isMore ? publicId("sor", last.supplierOrderId) : null,
    };
  },
});

/** GET /v1/supplier-orders/{id} */
export const showSupplierOrder = read({
  route: "GET /v1/supplier-orders/{id}",
  permission: "supplier_order.read",
  summary: "Shows what is ordered of a supplier, and for whom",
  params: IdParams,
  reply: SupplierOrderSchema,
  async run(db, { id }) {
    const order = await supplierOrderOf(db, bareId(id));
    if (order === undefined) {
      throw notFound("supplier order");
    }
    return supplierOrderView(order);
  },
});

/** Locks a supplier order. Errors: Problem 404. */
export async function lockNamedSupplierOrder(tx: Tx, id: string): Promise<SupplierOrder> {
  const order = await lockSupplierOrder(tx, bareId(id));
  if (order === undefined) {
    throw notFound("supplier order");
  }
  return order;
}

function bareId(id: string): string {
  const key = readPublicId("sor", id);
  if (key === undefined || key.no !== undefined) {
    throw notFound("supplier order");
  }
  return key.rootId;
}
