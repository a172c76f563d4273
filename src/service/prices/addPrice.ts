import { Type } from "typebox";
import { accepted, act, badField, Instant, newId, shape } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { PriceSchema, priceBody, priceView } from "./price.ts";
import { heldPrices, insertPrice } from "./priceStore.ts";

/** POST /v1/bench-prices: what a part, an hour or a parcel costs from an instant on. */
export const addPrice = act({
  route: "POST /v1/bench-prices",
  permission: "bench_price.keep",
  summary: "Sets a price of the bench from an instant on. Without an amount its price ends then.",
  body: shape({ ...priceBody, validFrom: Type.Optional(Instant) }),
  reply: PriceSchema,
  status: 201,
  run: async (
    tx,
    { kind, item, title, model = null, region, net, currency, tax = "country", validFrom },
    at,
  ) => {
    const money = net?.currency ?? currency;
    if (money === undefined) {
      throw badField("/currency", "currency", "Name the currency of the price that ends.");
    }
    if (kind === "send_back" && item !== "send_back") {
      throw badField("/item", "item", "The way back has one item: send_back.");
    }
    const from = validFrom === undefined ? at : Temporal.Instant.from(validFrom);
    const given = [kind, item, title, model, region, money, net?.amount ?? null, tax, from, at, tx.caller.id];
    const saved = await insertPrice(tx, newId(at), ...given);
    return saved === undefined ? refuse("price_set_already") : accepted(priceView(saved));
  },
  settle: async (platform, _, reply) => {
    await heldPrices.readAgain({ query: platform.database.query, platform });
    return reply;
  },
});
