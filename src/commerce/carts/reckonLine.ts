import { priceListOf, promisedOn, refusedOffer, tierFor } from "../../catalogue/index.ts";
import type { Refusal } from "../../platform/index.ts";
import { type Calendars, promiseBy } from "../promises/index.ts";
import { fewest } from "../quantity.ts";
import { refuse } from "../refusals.ts";
import { taxedPrice } from "../taxes/index.ts";
import type { CartFacts, CartLine, LineWanted } from "./cart.ts";
import { refuseQuantity } from "./refuseQuantity.ts";

/** Where a cart is bought, and in which currency. */
export interface CartPlace {
  readonly programme: string | undefined;
  readonly region: string | undefined;
  readonly currency: string;
}

type Product = NonNullable<LineWanted["product"]>;

/** What a line costs, or the first thing that speaks against it. Pure. */
export function reckonLine(
  facts: CartFacts,
  place: CartPlace,
  { sku, product, quantity }: LineWanted,
): CartLine {
  if (product === undefined || !product.isListed) {
    return { sku, quantity, ...refuse("product_not_sold", { says: `${sku} is not sold.` }) };
  }
  const refused = refuseProduct(facts, place, product);
  if (refused !== undefined) {
    return { sku, quantity, refused };
  }
  const ofQuantity = refuseQuantity(product, quantity);
  return ofQuantity === undefined
    ? priceLine(facts, place, product, quantity)
    : { sku, quantity, ...ofQuantity };
}

function refuseProduct(facts: CartFacts, place: CartPlace, product: Product): Refusal | undefined {
  if (product.soldAs === "goods") {
    return undefined;
  }
  if (product.soldAs === "renewal") {
    const says = `${product.sku} prolongs a running contract; it is no code.`;
    return refuse("renewal_is_no_code", { says }).refused;
  }
  if (product.programme !== place.programme) {
    return refuse("programmes_mixed").refused;
  }
  return refusePlace(facts, place, product);
}

/** A plan is sold where its terms, and the contract of who sells it on, let it be used. */
function refusePlace(
  { terms, reseller, at }: CartFacts,
  { region }: CartPlace,
  product: Product,
): Refusal | undefined {
  if (terms === undefined || region === undefined) {
    const served = [...(terms?.regions.values() ?? [])].flatMap(({ countries }) => countries).toSorted();
    return refuse("country_not_served", { next: `It serves these countries: ${served.join(", ")}.` }).refused;
  }
  if (reseller !== undefined && !reseller.regions.includes(region)) {
    const next = `Your contract is for ${reseller.regions.join(", ")}.`;
    return refuse("region_not_agreed", { says: `You may not sell plans of the region ${region}.`, next })
      .refused;
  }
  const receipt = product.soldAs === "code" ? refusedOffer(terms, product, region, at) : undefined;
  return receipt === undefined ? undefined : refuse("offer_refused", { receipt }).refused;
}

function priceLine(
  { at, groups, tax, calendars }: CartFacts,
  { currency }: CartPlace,
  product: Product,
  quantity: number,
): CartLine {
  const { sku } = product;
  const list = priceListOf(product.prices, { groups, currency, at });
  const tier = tierFor(list, quantity);
  if (tier === undefined) {
    const least = list[0] && fewest({ ...product, minQuantity: list[0].minQuantity });
    return least === undefined
      ? { sku, quantity, ...refuse("price_missing") }
      : {
          ...{ sku, quantity, quantities: [least] },
          ...refuse("quantity_not_sold", {
            says: `${sku} has a price from ${least} on: ${quantity} is less.`,
            next: `Order ${least}.`,
          }),
        };
  }
  const priced = {
    ...{ product, quantity, tierFrom: tier.minQuantity, unit: taxedPrice(tier, tax) },
    nextTier: list.find(({ minQuantity }) => minQuantity > quantity),
    promisedOn: dayOf(product, quantity, at, calendars),
  };
  return { sku, quantity, priced };
}

/**
 * Codes come at once; goods in working days of where they leave. That there are enough is asked elsewhere.
 */
function dayOf(
  product: Product,
  quantity: number,
  at: Temporal.Instant,
  calendars: Calendars | undefined,
): Temporal.PlainDate {
  const goods = product.soldAs === "goods" ? { ...product.offer, stock: null } : undefined;
  const promised = goods && calendars && promiseBy(calendars, goods, quantity, at);
  return promised ?? promisedOn(product, at);
}
