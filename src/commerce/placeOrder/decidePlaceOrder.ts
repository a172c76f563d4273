import {
  type PriceIn,
  type Product,
  priceIn,
  priceList,
  promisedOn,
  refusedOffer,
  type TaxRate,
  tierFor,
} from "../../catalogue/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import type { Terms } from "../../terms/index.ts";
import { isQuantitySold, nearestQuantities } from "../quantity.ts";
import { refuse } from "../refusals.ts";

/** A line as it was asked for. */
export interface LineWanted {
  readonly product: Product;
  readonly quantity: number;
}

/** What an order is decided from. `terms` are those of the first line's programme, in force now. */
export interface PlaceOrderFacts {
  readonly at: Temporal.Instant;
  readonly lines: readonly LineWanted[];
  readonly country: string;
  readonly terms: Terms;
  /** The tax of that country; undefined where none is known. */
  readonly taxRate: TaxRate | undefined;
}

/** A line with what one piece costs, and the tax of the buyer's country in it. */
export interface PricedLine extends LineWanted {
  readonly unit: PriceIn;
}

/** An order as it will be placed. */
export interface PricedOrder {
  readonly region: string;
  readonly currency: string;
  readonly lines: readonly PricedLine[];
  readonly netMinor: number;
  readonly grossMinor: number;
  readonly promisedOn: Temporal.PlainDate;
}

/** Whether this may be ordered from this country, and what it costs. Pure. */
export function decidePlaceOrder(facts: PlaceOrderFacts): Decision<PricedOrder> {
  const unsellable = refuseLines(facts.lines);
  if (unsellable !== undefined) {
    return unsellable;
  }
  const region = regionOf(facts.terms, facts.country);
  if (region === undefined) {
    const served = [...facts.terms.regions.values()].flatMap(({ countries }) => countries).toSorted();
    return refuse("country_not_served", { next: `It serves these countries: ${served.join(", ")}.` });
  }
  const { terms, at } = facts;
  const refusal = facts.lines.map(({ product }) => refusedOffer(terms, product, region, at)).find(Boolean);
  if (refusal !== undefined) {
    return refuse("offer_refused", { receipt: refusal });
  }
  const currencies = facts.terms.regions.get(region)?.currencies ?? [];
  const priced = currencies.flatMap((currency) => pricedIn(facts, currency))[0];
  return priced === undefined ? refuse("price_missing") : accepted({ region, ...priced });
}

function refuseLines(lines: readonly LineWanted[]): ReturnType<typeof refuse> | undefined {
  for (const { product, quantity } of lines) {
    if (product.soldAs === "renewal") {
      return refuse("renewal_is_no_code", {
        says: `${product.sku} prolongs a running contract; it is no code.`,
      });
    }
    if (product.programme !== lines[0]?.product.programme) {
      return refuse("programmes_mixed");
    }
    if (!isQuantitySold(quantity, product)) {
      const { sku, minQuantity, multiple } = product;
      return refuse("quantity_not_sold", {
        says: `${sku} is sold from ${minQuantity} on, in multiples of ${multiple}: ${quantity} is neither.`,
        next: `Order ${nearestQuantities(quantity, product).join(" or ")}.`,
      });
    }
  }
  return undefined;
}

/** The region a country belongs to. */
function regionOf(terms: Terms, country: string): string | undefined {
  return [...terms.regions].find(([, { countries }]) => countries.includes(country))?.[0];
}

/** The order in a currency; nothing when a line has no price in it. */
function pricedIn(facts: PlaceOrderFacts, currency: string): Omit<PricedOrder, "region">[] {
  const { at, taxRate } = facts;
  const lines = facts.lines.flatMap((line): PricedLine[] => {
    const unit = tierFor(priceList(line.product.prices, currency, at), line.quantity);
    return unit === undefined ? [] : [{ ...line, unit: priceIn(unit, taxRate) }];
  });
  if (lines.length < facts.lines.length) {
    return [];
  }
  const sum = (of: "net" | "gross") =>
    lines.reduce((total, { unit, quantity }) => total + unit[of].amount * quantity, 0);
  const promises = lines.map(({ product }) => promisedOn(product, at)).toSorted(Temporal.PlainDate.compare);
  const last = promises.at(-1) as Temporal.PlainDate;
  return [{ currency, lines, netMinor: sum("net"), grossMinor: sum("gross"), promisedOn: last }];
}
