import { type Static, Type } from "typebox";
import type { PriceIn } from "../../catalogue/index.ts";
import { Country, Day, Money, type Refusal, shape } from "../../platform/index.ts";
import type { Cart, CartLine, PricedLine, PricedWay } from "../carts/index.ts";
import { InformationSchema, type InformationView } from "../information/index.ts";
import { deliveryOptions } from "../order.ts";
import { TaxShape } from "../orderView.ts";
import { type TaxedPart, taxSums } from "../taxes/index.ts";

const orNull = <Schema extends Parameters<typeof Type.Optional>[0]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

const RefusalShape = shape({
  code: Type.String(),
  says: Type.String(),
  next: Type.String(),
  /** The nearest quantities that are sold, where that is what would do. */
  quantities: Type.Array(Type.Integer()),
});

const PriceShape = shape({
  name: Type.String(),
  soldAs: Type.Enum(["code", "goods"]),
  /** Of one piece, with the tax of the country. */
  unit: shape({ net: Money, gross: Money }),
  net: Money,
  gross: Money,
  tax: TaxShape,
  /** From how many pieces on this price holds. */
  tierFrom: Type.Integer(),
  /** The next tier: how many pieces are missing, and what one costs then. */
  nextTier: orNull(shape({ from: Type.Integer(), missing: Type.Integer(), gross: Money })),
  /** Pieces there are; null is as many as are wanted. */
  stock: orNull(Type.Integer()),
  promisedOn: Day,
  /** What was seen, where it costs something else now. */
  changedFrom: orNull(Money),
});

const WayShape = shape({
  option: Type.Enum([...deliveryOptions]),
  net: Money,
  gross: Money,
  tax: TaxShape,
  /** An order of this much would cost nothing to deliver. */
  freeFrom: orNull(Money),
  promisedOn: Day,
});

/** What a cart would cost. */
export const CartSchema = shape({
  country: Country,
  /** Of its plans. */
  region: orNull(Type.String()),
  currency: Type.String(),
  /** Nothing speaks against it: it can be ordered as it is. */
  sellable: Type.Boolean(),
  lines: Type.Array(
    shape({
      sku: Type.String(),
      quantity: Type.Integer(),
      /** What it costs; null where it is refused. */
      price: orNull(PriceShape),
      refused: orNull(RefusalShape),
    }),
  ),
  deliveryOptions: Type.Array(WayShape),
  /** Why the whole cannot be ordered so, though each line could. */
  refused: orNull(RefusalShape),
  taxes: Type.Array(
    shape({
      kind: TaxShape.properties.kind,
      rateBasisPoints: TaxShape.properties.rateBasisPoints,
      net: Money,
      amount: Money,
    }),
  ),
  /** With the delivery that was named. */
  totals: shape({ net: Money, gross: Money }),
  /** What its buyer has to be told before paying; null while it cannot be ordered as it is. */
  information: orNull(InformationSchema),
});
export type CartView = Static<typeof CartSchema>;

/** What the buyer sent. */
interface Asked {
  readonly country: string;
  readonly lines: readonly { readonly sku: string; readonly seen?: Money }[];
}

/** A cart as it is shown. Pure. */
export function cartView(
  cart: Cart,
  { country, lines }: Asked,
  information: InformationView | undefined,
): CartView {
  const { currency } = cart;
  const money = (amount: number): Money => ({ amount, currency });
  return {
    ...{ country, region: cart.region ?? null, currency },
    sellable: cart.refused === undefined && cart.lines.every(({ refused }) => refused === undefined),
    lines: cart.lines.map((line) => lineView(line, lines.find(({ sku }) => sku === line.sku)?.seen)),
    deliveryOptions: cart.ways.map((way) => wayView(way, money)),
    refused: refusalView(cart.refused),
    taxes: taxSums(partsOf(cart), country).map(({ kind, rateBasisPoints, netMinor, taxMinor }) => ({
      ...{ kind, rateBasisPoints, net: money(netMinor), amount: money(taxMinor) },
    })),
    totals: { net: money(cart.netMinor), gross: money(cart.grossMinor) },
    information: information ?? null,
  };
}

function lineView(line: CartLine, seen: Money | undefined): CartView["lines"][number] {
  const { sku, quantity, priced } = line;
  return priced === undefined
    ? { sku, quantity, price: null, refused: refusalView(line.refused, line.quantities) }
    : { sku, quantity, price: priceView(priced, seen), refused: null };
}

function priceView(
  priced: PricedLine,
  seen: Money | undefined,
): NonNullable<CartView["lines"][number]["price"]> {
  const { product, quantity, unit, tierFrom, nextTier, promisedOn } = priced;
  const { net, gross } = unit;
  const isAsSeen = seen === undefined || (seen.amount === gross.amount && seen.currency === gross.currency);
  const of = (amount: number): Money => ({ amount: amount * quantity, currency: gross.currency });
  return {
    ...{ name: product.name, soldAs: product.soldAs === "goods" ? "goods" : "code", unit: { net, gross } },
    ...{ net: of(net.amount), gross: of(gross.amount), tax: taxOf(unit, quantity), tierFrom },
    nextTier:
      nextTier === undefined
        ? null
        : { from: nextTier.minQuantity, missing: nextTier.minQuantity - quantity, gross: nextTier.gross },
    stock: product.offer.stock,
    promisedOn: promisedOn.toString(),
    changedFrom: isAsSeen ? null : seen,
  };
}

function wayView(
  { option, price, freeFromMinor, promisedOn }: PricedWay,
  money: (amount: number) => Money,
): CartView["deliveryOptions"][number] {
  return {
    ...{ option, net: price.net, gross: price.gross, tax: taxOf(price, 1) },
    freeFrom: freeFromMinor === null ? null : money(freeFromMinor),
    promisedOn: promisedOn.toString(),
  };
}

function taxOf(
  { net, gross, taxKind, taxRateBasisPoints }: PriceIn,
  quantity: number,
): Static<typeof TaxShape> {
  const amount = { amount: (gross.amount - net.amount) * quantity, currency: gross.currency };
  return { kind: taxKind, rateBasisPoints: taxRateBasisPoints, amount };
}

function refusalView(
  refusal: Refusal | undefined,
  quantities: readonly number[] = [],
): Static<typeof RefusalShape> | null {
  if (refusal === undefined) {
    return null;
  }
  const { code, says, next } = refusal;
  return { code, says, next, quantities: [...quantities] };
}

function partsOf({ lines, chosen }: Cart): readonly TaxedPart[] {
  const part = ({ net, gross, taxKind, taxRateBasisPoints }: PriceIn, quantity: number): TaxedPart => ({
    ...{ netMinor: net.amount * quantity, grossMinor: gross.amount * quantity, taxKind, taxRateBasisPoints },
  });
  return [
    ...lines.flatMap(({ priced }) => (priced === undefined ? [] : [part(priced.unit, priced.quantity)])),
    ...(chosen === undefined || chosen.price.gross.amount === 0 ? [] : [part(chosen.price, 1)]),
  ];
}
