import type { Refusal } from "../../platform/index.ts";
import type { Terms } from "../../terms/index.ts";
import { deliveryWays } from "../deliveries/index.ts";
import { refuse } from "../refusals.ts";
import { refusedReseller } from "../resellers/index.ts";
import { taxedPrice } from "../taxes/index.ts";
import type { Cart, CartFacts, PricedLine, PricedWay } from "./cart.ts";
import { currencyOf } from "./currencyOf.ts";
import { reckonLine } from "./reckonLine.ts";

/**
 * What these lines would cost this buyer now, line by line, and how they may be delivered. An order is
 * decided by the same, so that what is shown and what is ordered cannot differ. Pure.
 */
export function reckonCart(facts: CartFacts): Cart {
  const region = facts.terms && regionOf(facts.terms, facts.country);
  const currency = currencyOf(facts, region);
  const place = { programme: facts.terms?.programme, region, currency };
  const lines = facts.lines.map((line) => reckonLine(facts, place, line));
  const priced = lines.flatMap((line) => line.priced ?? []);
  const { ways, refused: ofWays } = waysFor(facts, priced, currency);
  const refused = (facts.reseller && refusedReseller(facts.reseller, facts.at))?.refused ?? ofWays;
  const chosen = ways.find(({ option }) => option === facts.option && option !== "email");
  const sums = [
    ...priced.map(({ unit, quantity }) => ({
      net: unit.net.amount * quantity,
      gross: unit.gross.amount * quantity,
    })),
    ...(chosen === undefined ? [] : [{ net: chosen.price.net.amount, gross: chosen.price.gross.amount }]),
  ];
  return {
    ...{ region, currency, lines, ways, chosen, refused },
    netMinor: sums.reduce((total, { net }) => total + net, 0),
    grossMinor: sums.reduce((total, { gross }) => total + gross, 0),
  };
}

/** The region a country belongs to. */
export function regionOf(terms: Terms, country: string): string | undefined {
  return [...terms.regions].find(([, { countries }]) => countries.includes(country))?.[0];
}

function waysFor(
  facts: CartFacts,
  lines: readonly PricedLine[],
  currency: string,
): { readonly ways: readonly PricedWay[]; readonly refused: Refusal | undefined } {
  const goods = lines.filter(({ product }) => product.soldAs === "goods");
  const codes = lines.filter(({ product }) => product.soldAs !== "goods");
  const byMail =
    codes.length === 0 ? [] : [wayOf(facts, currency, codes, { option: "email", priceMinor: 0 })];
  if (goods.length === 0) {
    return { ways: byMail, refused: undefined };
  }
  const { rules, outside } = facts.delivery;
  const grossMinor = lines.reduce((sum, { unit, quantity }) => sum + unit.gross.amount * quantity, 0);
  const weightGrams = goods.reduce((sum, { product, quantity }) => sum + product.weightGrams * quantity, 0);
  const found = deliveryWays(rules, { grossMinor, weightGrams, currency });
  const byParcel = found.map((way) => wayOf(facts, currency, goods, way));
  return { ways: [...byMail, ...byParcel], refused: refuseWays(facts, byParcel, { currency, outside }) };
}

function wayOf(
  { tax }: CartFacts,
  currency: string,
  lines: readonly PricedLine[],
  way: Pick<PricedWay, "option"> & { readonly priceMinor: number; readonly freeFromMinor?: number | null },
): PricedWay {
  const price = { amount: way.priceMinor, currency };
  const days = lines.map(({ promisedOn }) => promisedOn).toSorted(Temporal.PlainDate.compare);
  return {
    option: way.option,
    price: taxedPrice({ net: price, gross: price }, tax),
    freeFromMinor: way.freeFromMinor ?? null,
    promisedOn: days.at(-1) as Temporal.PlainDate,
  };
}

function refuseWays(
  { delivery: { rules }, option }: CartFacts,
  ways: readonly PricedWay[],
  { currency, outside }: { readonly currency: string; readonly outside: string },
): Refusal | undefined {
  if (rules.every((rule) => rule.currency !== currency)) {
    return refuse("no_delivery_there", rules.length === 0 && outside !== "" ? { next: outside } : {}).refused;
  }
  if (ways.length === 0) {
    return refuse("order_too_heavy").refused;
  }
  if (option !== undefined && option !== "email" && ways.every((way) => way.option !== option)) {
    const next = `Choose one of these: ${ways.map((way) => way.option).join(", ")}.`;
    return refuse("delivery_not_offered", { next }).refused;
  }
  return undefined;
}
