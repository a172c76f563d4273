import { type Static, Type } from "typebox";
import { type Product, productsOf, taxRateOf, termsInForce } from "../../catalogue/index.ts";
import { createPerson, linkFor, spendAnonymousOrder } from "../../identity/index.ts";
import { createCharge } from "../../money/index.ts";
import {
  accepted,
  act,
  badField,
  Country,
  demandRoomToSell,
  Email,
  line,
  newId,
  shape,
} from "../../platform/index.ts";
import { LAPSES_AFTER } from "../lapseOrder.ts";
import { OrderSchema, orderView } from "../orderView.ts";
import { chargeLines } from "./chargeLines.ts";
import { decidePlaceOrder, type LineWanted } from "./decidePlaceOrder.ts";
import { saveOrder } from "./saveOrder.ts";

const Line = shape({
  sku: Type.String({ minLength: 1, maxLength: 60 }),
  quantity: Type.Integer({ minimum: 1, maximum: 1_000 }),
});

/** A stranger is given the link that opens the order for payment and reveal, as `x-evermend-link`. */
const PlacedOrder = shape({ ...OrderSchema.properties, link: Type.Optional(Type.String()) });
type PlacedOrder = Static<typeof PlacedOrder>;

/** POST /v1/orders: prices the lines and makes the charge. The codes come when it is paid. */
export const placeOrder = act({
  route: "POST /v1/orders",
  permission: "order.place",
  summary: "Places an order for plan codes.",
  body: shape({
    // Each line mints its codes in a statement of its own; an order has a budget of thirty.
    lines: Type.Array(Line, { minItems: 1, maxItems: 15 }),
    buyer: shape({
      email: Email,
      name: line(200),
      country: Country,
      vatId: Type.Optional(Type.String({ pattern: "^[A-Z]{2}[0-9A-Z+*]{2,13}$" })),
      /** Of the country, where its law differs by state: ISO 3166-2. */
      state: Type.Optional(Type.String({ pattern: "^[A-Z]{2}-[A-Z0-9]{1,3}$" })),
    }),
    /** The buyer was shown the right to withdraw, with its form. */
    withdrawalShown: Type.Optional(Type.Boolean()),
    delivery: shape({ option: Type.Literal("email") }),
  }),
  reply: PlacedOrder,
  status: 201,
  dryRun: true,
  async run(tx, { lines, buyer, withdrawalShown = false }, at) {
    await demandRoomToSell(tx.platform);
    const products = await productsOf(
      tx,
      lines.map(({ sku }) => sku),
    );
    const wanted = linesWanted(lines, products);
    const [terms, taxRate] = await Promise.all([
      termsInForce(tx, wanted[0].product.programme, at),
      taxRateOf(tx, buyer.country, at),
    ]);

    const decision = decidePlaceOrder({ at, lines: wanted, country: buyer.country, terms, taxRate });

    if (decision.refused !== undefined) {
      return decision;
    }
    const priced = decision.accepted;
    await spendAnonymousOrder(tx);
    const orderId = newId(at);
    const amount = { amount: priced.grossMinor, currency: priced.currency };
    const buyerId = await createPerson(tx, buyer);
    const [order] = await Promise.all([
      saveOrder(tx, orderId, { ...priced, programme: terms.programme, buyerId, buyer, withdrawalShown }),
      createCharge(tx, orderId, {
        purpose: "order",
        amount,
        lines: chargeLines(priced, terms.programme, buyer.country),
        dueAt: at.add(LAPSES_AFTER),
      }),
    ]);
    return accepted<PlacedOrder>(orderView(order));
  },
  /** Made after the transaction, so that the kept answer opens nothing. */
  settle: async (platform, { role }, order) =>
    role === "public" ? { ...order, link: linkFor(platform, "order", order.id) } : order,
});

/**
 * The lines with their products. Errors: Problem 400 for a SKU that is not in the catalogue, or is there
 * twice.
 */
function linesWanted(
  lines: readonly { readonly sku: string; readonly quantity: number }[],
  products: readonly Product[],
): [LineWanted, ...LineWanted[]] {
  const wanted = lines.map(({ sku, quantity }, index) => {
    const product = products.find((known) => known.sku === sku);
    if (product === undefined) {
      throw badField(`/lines/${index}/sku`, "unknown_sku", `There is no product ${sku}.`);
    }
    if (lines.findIndex((other) => other.sku === sku) < index) {
      throw badField(
        `/lines/${index}/sku`,
        "sku_twice",
        `${sku} has a line already: put the quantities together.`,
      );
    }
    return { product, quantity };
  });
  return wanted as [LineWanted, ...LineWanted[]];
}
