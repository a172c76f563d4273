import { type Static, Type } from "typebox";
import { createPerson, linkFor, spendAnonymousOrder } from "../../identity/index.ts";
import { createCharge } from "../../money/index.ts";
import { accepted, act, demandRoomToSell, newId, shape } from "../../platform/index.ts";
import { informationOf, orderShown } from "../information/index.ts";
import { LAPSES_AFTER } from "../lapseOrder.ts";
import { OrderSchema, orderView } from "../orderView.ts";
import { refuse } from "../refusals.ts";
import { chargeLines } from "./chargeLines.ts";
import { decidePlaceOrder } from "./decidePlaceOrder.ts";
import { loadOrder, noteVatNumber } from "./loadOrder.ts";
import { OrderBody } from "./orderBody.ts";
import { saveOrder } from "./saveOrder.ts";
import { takeLines } from "./takeLines.ts";

/** A stranger is given the link that opens the order for payment and reveal, as `x-evermend-link`. */
const PlacedOrder = shape({ ...OrderSchema.properties, link: Type.Optional(Type.String()) });
type PlacedOrder = Static<typeof PlacedOrder>;

/**
 * POST /v1/orders: prices the lines and makes the charge. The codes come when it is paid, goods are sent
 * then.
 */
export const placeOrder = act({
  route: "POST /v1/orders",
  permission: "order.place",
  summary: "Places an order for plan codes, goods, or both.",
  body: OrderBody,
  reply: PlacedOrder,
  status: 201,
  dryRun: true,
  async run(tx, command, at) {
    await demandRoomToSell(tx.platform);
    const { facts, address, told } = await loadOrder(tx, command);

    const decision = decidePlaceOrder({ ...facts, total: command.total });

    if (decision.refused !== undefined) {
      return decision;
    }
    const priced = decision.accepted;
    const { vatId, country } = command.buyer;
    const information = await informationOf(
      tx,
      orderShown(priced, {
        country,
        isBusiness: vatId !== undefined,
        isReverseCharge: facts.tax.treatment === "reverse_charge",
      }),
    );
    if (command.information !== undefined && command.information !== information.digest) {
      return refuse("information_changed");
    }
    await spendAnonymousOrder(tx);
    const orderId = newId(at);
    const buyerId = await createPerson(tx, { ...command.buyer, address });
    const [order, refused] = await Promise.all([
      saveOrder(tx, orderId, priced, {
        told: { ...told, buyerId, informationDigest: information.digest },
        tax: facts.tax,
        information,
      }),
      takeLines(tx, orderId, priced),
      createCharge(tx, orderId, {
        purpose: "order",
        amount: { amount: priced.grossMinor, currency: priced.currency },
        lines: chargeLines(priced, facts.country),
        dueAt: at.add(LAPSES_AFTER),
      }),
      noteVatNumber(tx, command.buyer),
    ]);
    return refused ?? accepted<PlacedOrder>(orderView(order));
  },
  /** Made after the transaction, so that the kept answer opens nothing. */
  settle: async (platform, { role }, order) =>
    role === "public" ? { ...order, link: linkFor(platform, "order", order.id) } : order,
});
