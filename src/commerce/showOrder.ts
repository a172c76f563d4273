import { Type } from "typebox";
import { codeIdOf, sealedCodesOf } from "../contracts/index.ts";
import { personOf } from "../identity/index.ts";
import { ChargeSchema, chargesOf, chargeView } from "../money/index.ts";
import { IdParams, notFound, read, shape } from "../platform/index.ts";
import { OrderSchema, orderView } from "./orderView.ts";
import { orderIdOf, sightOf } from "./sight.ts";
import { seenOrder } from "./store.ts";

const MaskedCode = shape({
  /** Its name, which opens nothing. */
  id: Type.String(),
  lineNo: Type.Integer(),
  sku: Type.String(),
  last4: Type.String(),
  state: Type.String(),
});

/**
 * GET /v1/orders/{id}: an order with its charge and, when it is delivered, the last characters of its
 * codes.
 */
export const showOrder = read({
  route: "GET /v1/orders/{id}",
  permission: "order.read",
  summary: "Shows an order, its payment, and its codes without their secret.",
  params: IdParams,
  reply: shape({
    ...OrderSchema.properties,
    buyer: shape({
      name: Type.String(),
      email: Type.String(),
      vatId: Type.Union([Type.String(), Type.Null()]),
    }),
    charge: Type.Union([ChargeSchema, Type.Null()]),
    codes: Type.Array(MaskedCode),
  }),
  async run(db, { id }) {
    const order = await seenOrder(db, orderIdOf(id), ...sightOf(db.caller));
    if (order === undefined) {
      throw notFound("order");
    }
    const [buyer, charges, codes] = await Promise.all([
      personOf(db, order.buyerId),
      chargesOf(db, order.orderId),
      sealedCodesOf(db, order.orderId),
    ]);
    const charge = charges.at(-1);
    return {
      ...orderView(order),
      buyer: { name: buyer?.name ?? "", email: buyer?.email ?? "", vatId: order.vatId },
      charge: charge === undefined ? null : chargeView(charge),
      codes: codes.map(({ digest, lineNo, sku, last4, state }) => ({
        id: codeIdOf(digest),
        ...{ lineNo, sku, last4, state },
      })),
    };
  },
});
