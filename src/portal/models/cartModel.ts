import type { priceCart } from "../../commerce/index.ts";
import type { CartLineShown, CartModel, WayShown } from "../pages/cartPage.ts";
import type { FormState } from "../parts/frame.ts";
import { en } from "../words/en.ts";
import { formatDay } from "../words/formatDate.ts";
import type { Money } from "../words/formatMoney.ts";
import { sayRefusal } from "./refusalOf.ts";
import { taxName } from "./taxName.ts";

/** A cart as it was priced. */
export type PricedCart = Extract<
  Awaited<ReturnType<typeof priceCart.run>>,
  { refused?: undefined }
>["accepted"];
type Line = PricedCart["lines"][number];
type Refused = NonNullable<Line["refused"]>;

type Around = {
  readonly today: string;
  /** What products are called whose price is refused. */
  readonly names: ReadonlyMap<string, string>;
  readonly formOf: (sku: string) => FormState;
};

/** A cart at the prices of now, as its page shows it. */
export function cartModel(
  { lines, deliveryOptions, refused, taxes, totals, country }: PricedCart,
  around: Around,
): Omit<CartModel, "countries" | "country"> {
  const isPriced = lines.some(({ price }) => price !== null);
  return {
    lines: lines.map((line) => lineShown(line, around)),
    ways: deliveryOptions.map((way) => wayShown(way, goodsSum(lines), around.today)),
    hasGoods: lines.some(({ price }) => price?.soldAs === "goods"),
    refused: refused === null ? undefined : cartRefusal(refused),
    taxes: taxes.map(({ kind, rateBasisPoints, amount }) => ({
      name: taxName(kind, rateBasisPoints, country),
      sum: amount,
    })),
    net: isPriced ? totals.net : undefined,
    total: isPriced ? totals.gross : undefined,
  };
}

/** Why something in a cart is refused. Where nothing is sent, its country has a sentence of its own. */
export function cartRefusal(refused: Pick<Refused, "code" | "says" | "next">): string {
  return refused.code === "no_delivery_there" ? refused.next : sayRefusal(refused);
}

/** Every line counts for what is free from a sum on. */
function goodsSum(lines: readonly Line[]): number {
  return lines.reduce((sum, { price }) => sum + (price?.gross.amount ?? 0), 0);
}

function lineShown({ sku, quantity, price, refused }: Line, { today, names, formOf }: Around): CartLineShown {
  return {
    ...{ sku, quantity, form: formOf(sku) },
    name: price?.name ?? names.get(sku) ?? sku,
    priced: price === null ? undefined : pricedOf(price, today),
    refused: refused === null ? undefined : { says: cartRefusal(refused), quantities: refused.quantities },
  };
}

function pricedOf(price: NonNullable<Line["price"]>, today: string): NonNullable<CartLineShown["priced"]> {
  const { unit, gross, tierFrom, nextTier, promisedOn, changedFrom, soldAs } = price;
  const isCheaper = nextTier !== null && nextTier.gross.amount < unit.gross.amount;
  return {
    each: unit.gross,
    sum: gross,
    tierFrom,
    next: isCheaper ? { more: nextTier.missing, each: nextTier.gross } : undefined,
    arrives: arrivesOn(soldAs === "goods" ? "home" : "email", promisedOn, today),
    was: changedFrom ?? undefined,
  };
}

/** When something comes, by which way. */
export function arrivesOn(option: string, promisedOn: string, today: string): string {
  const words = en.cart;
  const day = formatDay(Temporal.PlainDate.from(promisedOn));
  if (option !== "email") {
    return words.arrives(day);
  }
  return promisedOn <= today ? words.arrivesByMail : words.arrivesByMailOn(day);
}

function wayShown(
  { option, gross, freeFrom, promisedOn }: PricedCart["deliveryOptions"][number],
  sum: number,
  today: string,
): WayShown {
  const isPaid = gross.amount > 0 && freeFrom !== null && freeFrom.amount > sum;
  const missing: Money | undefined = isPaid ? { ...freeFrom, amount: freeFrom.amount - sum } : undefined;
  return { option, price: gross, missing, day: arrivesOn(option, promisedOn, today) };
}
