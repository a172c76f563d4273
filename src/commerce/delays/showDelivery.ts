import { type Static, Type } from "typebox";
import { Day, IdParams, Instant, notFound, read, shape } from "../../platform/index.ts";
import { ParcelSchema, parcelsOf, parcelView } from "../parcels/index.ts";
import { orderIdOf, sightOf } from "../sight.ts";
import { seenOrder } from "../store.ts";
import { type Delay, delayStates } from "./delay.ts";
import { delaysOf } from "./delayStore.ts";

/** A delay as its buyer is shown it. */
const DelaySchema = shape({
  no: Type.Integer(),
  /** Null where the supplier cannot deliver. */
  expectedOn: Type.Union([Day, Type.Null()]),
  state: Type.Enum([...delayStates]),
  toldAt: Instant,
  /** Whether there is something left to cancel. */
  isOpen: Type.Boolean(),
  lines: Type.Array(
    shape({ no: Type.Integer(), sku: Type.String(), name: Type.String(), pieces: Type.Integer() }),
  ),
});

/** What an order's delivery is shown as. */
export const DeliverySchema = shape({
  order: Type.String(),
  parcels: Type.Array(ParcelSchema),
  delays: Type.Array(DelaySchema),
});

/** GET /v1/orders/{id}/delivery: where the goods of an order are, and what of them is late. */
export const showDelivery = read({
  route: "GET /v1/orders/{id}/delivery",
  permission: "order.read",
  summary: "Shows the parcels of an order, where they are, and what of its goods is late",
  params: IdParams,
  reply: DeliverySchema,
  async run(db, { id }) {
    const order = await seenOrder(db, orderIdOf(id), ...sightOf(db.caller));
    if (order === undefined) {
      throw notFound("order");
    }
    const [parcels, delays] = await Promise.all([parcelsOf(db, order.orderId), delaysOf(db, order.orderId)]);
    return { order: id, parcels: parcels.map(parcelView), delays: delays.map(delayView) };
  },
});

function delayView(delay: Delay): Static<typeof DelaySchema> {
  const { no, expectedOn, state, toldAt, lines } = delay;
  return {
    ...{ no, state, expectedOn: expectedOn?.toString() ?? null, toldAt: toldAt.toString() },
    isOpen: state !== "cancelled" && lines.some(({ pieces }) => pieces > 0),
    lines: lines.map(({ lineNo, sku, name, pieces }) => ({ no: lineNo, sku, name, pieces })),
  };
}
