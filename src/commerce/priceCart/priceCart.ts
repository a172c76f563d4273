import { type Static, Type } from "typebox";
import { accepted, act, Country, shape } from "../../platform/index.ts";
import { cartFacts, reckonCart, SeenLinesTold } from "../carts/index.ts";
import { informationIn } from "../information/index.ts";
import { deliveryOptions } from "../order.ts";
import { demandVatForm, VatId } from "../vatNumbers/index.ts";
import { CartSchema, cartView } from "./cartView.ts";

/**
 * POST /v1/carts/prices: what these lines would cost the caller now, line by line, and how they may be
 * delivered. It writes nothing and keeps no cart.
 */
export const priceCart = act({
  route: "POST /v1/carts/prices",
  permission: "cart.price",
  summary: "Tells what a cart would cost now, line by line, with the ways of delivery; keeps nothing.",
  body: shape({
    lines: SeenLinesTold,
    country: Country,
    /** A business of another member state whose number is proved accounts for the VAT itself. */
    vatId: Type.Optional(VatId),
    /** How the goods are to be delivered; without it the totals are without delivery. */
    delivery: Type.Optional(Type.Enum([...deliveryOptions])),
  }),
  reply: CartSchema,
  isQuestion: true,
  async run(tx, { lines, country, vatId, delivery }) {
    demandVatForm(vatId, country, "/vatId");
    const { facts } = await cartFacts(tx, { lines, country, option: delivery, vatId });
    const cart = reckonCart(facts);
    const isReverseCharge = facts.tax.treatment === "reverse_charge";
    const about = { country, isReverseCharge, isBusiness: vatId !== undefined };
    const information = await informationIn(tx, cart, about);
    return accepted<Static<typeof CartSchema>>(cartView(cart, { lines, country }, information));
  },
});
