import { type Static, Type } from "typebox";
import { TAX_KINDS, type TaxKind } from "../catalogue/index.ts";
import { Country, Day, Instant, Money, publicId, shape } from "../platform/index.ts";
import { codeLines, deliveryOptions, goodsLines, type Order, type OrderLine, orderStates } from "./order.ts";

/**
 * Of the order's country. The rate is in hundredths of a percent: 2300 is 23 %; null where none is known.
 */
export const TaxShape = shape({
  kind: Type.Union([Type.Enum([...TAX_KINDS]), Type.Null()]),
  rateBasisPoints: Type.Union([Type.Integer(), Type.Null()]),
  amount: Money,
});

const LineView = shape({
  no: Type.Integer(),
  sku: Type.String(),
  name: Type.String(),
  /** A line of goods is sent by parcel, one of codes by mail. */
  soldAs: Type.Enum(["code", "goods"]),
  quantity: Type.Integer(),
  /** Pieces of goods that will not come any more. */
  cancelled: Type.Integer(),
  promisedOn: Day,
  unit: shape({ net: Money, gross: Money }),
  net: Money,
  gross: Money,
  tax: TaxShape,
});

/** An order as it is shown. It names nobody: replies are kept. */
export const OrderSchema = shape({
  id: Type.String(),
  state: Type.Enum([...orderStates]),
  /** Of its plans; null, as the region, where it has goods alone. */
  programme: Type.Union([Type.String(), Type.Null()]),
  region: Type.Union([Type.String(), Type.Null()]),
  country: Country,
  /** The buyer was shown the right to withdraw before buying. */
  withdrawalShown: Type.Boolean(),
  /** Names what the buyer was told before paying: GET /v1/orders/{id}/information has the words. */
  information: Type.Union([Type.String(), Type.Null()]),
  /** The buyer's own number for it. */
  purchaseOrder: Type.Union([Type.String(), Type.Null()]),
  lines: Type.Array(LineView),
  /** How its goods are delivered, and for how much; `email` where it has codes alone. */
  delivery: shape({
    option: Type.Enum([...deliveryOptions]),
    pickupPoint: Type.Union([Type.String(), Type.Null()]),
    net: Money,
    gross: Money,
    tax: TaxShape,
  }),
  /** Lines and delivery together. */
  totals: shape({ net: Money, gross: Money }),
  /** The ways its parts come: codes by mail, goods as they were ordered. */
  deliveryOptions: Type.Array(
    shape({ option: Type.Enum([...deliveryOptions]), price: Money, promisedOn: Day }),
  ),
  promisedOn: Day,
  placedAt: Instant,
  paidAt: Type.Union([Instant, Type.Null()]),
  deliveredAt: Type.Union([Instant, Type.Null()]),
});
export type OrderView = Static<typeof OrderSchema>;

/** An order as it is shown. */
export function orderView(order: Order): OrderView {
  const { currency, state, programme, region, country, withdrawalShown, purchaseOrder } = order;
  const money = (amount: number): Money => ({ amount, currency });
  return {
    id: publicId("ord", order.orderId),
    ...{ state, programme, region, country, withdrawalShown, purchaseOrder },
    information: order.informationDigest,
    lines: order.lines.map((line) => lineView(line, money)),
    delivery: deliveryView(order, money),
    totals: { net: money(order.netMinor), gross: money(order.grossMinor) },
    deliveryOptions: waysOf(order, money),
    promisedOn: order.promisedOn.toString(),
    placedAt: order.placedAt.toString(),
    paidAt: order.paidAt?.toString() ?? null,
    deliveredAt: order.deliveredAt?.toString() ?? null,
  };
}

type ToMoney = (amount: number) => Money;

function lineView(line: OrderLine, money: ToMoney): Static<typeof LineView> {
  const { no, sku, name, soldAs, quantity, promisedOn, unitNetMinor, unitGrossMinor } = line;
  return {
    ...{ no, sku, name, soldAs, quantity, promisedOn },
    cancelled: line.soldAs === "goods" ? line.cancelledQuantity : 0,
    unit: { net: money(unitNetMinor), gross: money(unitGrossMinor) },
    net: money(unitNetMinor * quantity),
    gross: money(unitGrossMinor * quantity),
    tax: taxView(line.taxKind, line.taxRateBasisPoints, money((unitGrossMinor - unitNetMinor) * quantity)),
  };
}

function deliveryView(order: Order, money: ToMoney): OrderView["delivery"] {
  const { delivery: option, pickupPoint, deliveryNetMinor: net, deliveryGrossMinor: gross } = order;
  const { deliveryTaxKind, deliveryTaxRateBasisPoints } = order;
  return {
    ...{ option, pickupPoint, net: money(net), gross: money(gross) },
    tax: taxView(deliveryTaxKind, deliveryTaxRateBasisPoints, money(gross - net)),
  };
}

function waysOf(order: Order, money: ToMoney): OrderView["deliveryOptions"] {
  const [codes, goods] = [codeLines(order), goodsLines(order)];
  return [
    ...(codes.length === 0 ? [] : [{ option: "email" as const, price: money(0), promisedOn: latest(codes) }]),
    ...(goods.length === 0
      ? []
      : [{ option: order.delivery, price: money(order.deliveryGrossMinor), promisedOn: latest(goods) }]),
  ];
}

/** Days as text are ordered as they follow each other. */
function latest(lines: readonly OrderLine[]): string {
  return (
    lines
      .map(({ promisedOn }) => promisedOn)
      .toSorted()
      .at(-1) ?? ""
  );
}

function taxView(
  kind: TaxKind | null,
  rateBasisPoints: number | null,
  amount: Money,
): Static<typeof TaxShape> {
  return { kind, rateBasisPoints, amount };
}
