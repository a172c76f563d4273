import { Type } from "typebox";
import { accepted, act, Instant, notFound, Problem, shape } from "../../platform/index.ts";
import { allCustomerGroups } from "../customerGroups/index.ts";
import { keepField, lockKeptProduct, SkuParams } from "../keeping/index.ts";
import { RETAIL } from "../price.ts";
import { deletePlannedList, insertPriceList, PriceListView, Tier, tierRows } from "../prices/index.ts";
import { refuse } from "../refusals.ts";
import { rootOf } from "../rootOf.ts";
import { decideSetPrices } from "./decideSetPrices.ts";

/**
 * PUT /v1/products/{sku}/prices: a price list for a group in a currency, which replaces the former from its
 * day on. Sent again for an instant that is still to come, it takes the place of the one that was planned.
 */
export const setPrices = act({
  route: "PUT /v1/products/{sku}/prices",
  permission: "price.set",
  summary: "Sets a price list of a product for a customer group, from now or a later instant on",
  params: SkuParams,
  body: shape({
    customerGroup: Type.String({ minLength: 1, maxLength: 40 }),
    currency: Type.String({ pattern: "^[A-Z]{3}$" }),
    /** Left out: from now on. */
    validFrom: Type.Optional(Instant),
    /** None: from then on the group pays what the group it is based on pays. */
    tiers: Type.Array(Tier, { maxItems: 30 }),
  }),
  reply: PriceListView,
  async run(tx, { sku, validFrom: from, ...told }, at) {
    const [product, groups] = await Promise.all([lockKeptProduct(tx, sku), allCustomerGroups(tx)]);
    if (product === undefined) {
      throw notFound("product");
    }
    const validFrom = from === undefined ? undefined : Temporal.Instant.from(from);

    const faults = decideSetPrices({ at, wanted: { ...told, validFrom }, groups });

    if (faults.length > 0) {
      throw new Problem(400, "bad_request", faults[0]?.message ?? "", { faults });
    }
    const { customerGroup, currency, tiers } = told;
    const begins = validFrom ?? at;
    const list = [sku, customerGroup, currency, begins] as const;
    await deletePlannedList(tx, ...list, at);
    if ((await insertPriceList(tx, ...list, tierRows(tiers), at)) === 0) {
      return refuse("price_list_exists");
    }
    if (customerGroup === RETAIL && product.offer.supplier !== null) {
      await keepField(tx, sku, "prices", at);
    }
    tx.record(rootOf("product", sku), [
      { type: "PricesSet", sku, customerGroup, currency, validFrom: begins.toString(), tiers },
    ]);
    const state = Temporal.Instant.compare(begins, at) > 0 ? ("planned" as const) : ("in_force" as const);
    return accepted({ customerGroup, currency, validFrom: begins.toString(), state, tiers });
  },
});
