import { type Static, Type } from "typebox";
import { TAX_KINDS, type TaxKind } from "../catalogue/index.ts";
import { Country, Day, Instant, Money, publicId, shape } from "../platform/index.ts";

/** Placed until it is paid; a paid order delivers its codes. */
export const orderStates = ["placed", "paid", "delivered", "cancelled"] as const;
export type OrderState = (typeof orderStates)[number];

/** An order as it is stored, with its lines. */
export interface Order {
  readonly orderId: string;
  readonly buyerId: string;
  /** The caller who placed it. */
  readonly placedBy: string;
  readonly country: string;
  readonly programme: string;
  /** Where its codes can be used. */
  readonly region: string;
  readonly vatId: string | null;
  /** Of the buyer's country, ISO 3166-2: `US-TX`. */
  readonly buyerState: string | null;
  /** Whether the buyer was shown the right to withdraw before buying. */
  readonly withdrawalShown: boolean;
  readonly currency: string;
  readonly netMinor: number;
  readonly grossMinor: number;
  readonly promisedOn: Temporal.PlainDate;
  readonly state: OrderState;
  readonly placedAt: Temporal.Instant;
  readonly paidAt: Temporal.Instant | null;
  readonly deliveredAt: Temporal.Instant | null;
  readonly lines: readonly OrderLine[];
}

/** A line of an order. The plan and models are those of the day it was placed. */
export interface OrderLine {
  readonly no: number;
  readonly sku: string;
  readonly name: string;
  readonly plan: string;
  readonly models: readonly string[];
  readonly quantity: number;
  readonly unitNetMinor: number;
  readonly unitGrossMinor: number;
  /** The tax between them, that of the order's country; null on orders of before it was kept. */
  readonly taxKind: TaxKind | null;
  /** In hundredths of a percent; null where none was known. */
  readonly taxRateBasisPoints: number | null;
}

const LineView = shape({
  no: Type.Integer(),
  sku: Type.String(),
  name: Type.String(),
  quantity: Type.Integer(),
  unit: shape({ net: Money, gross: Money }),
  net: Money,
  gross: Money,
  /**
   * Of the order's country. The rate is in hundredths of a percent: 2300 is 23 %; null where none is known.
   */
  tax: shape({
    kind: Type.Union([Type.Enum([...TAX_KINDS]), Type.Null()]),
    rateBasisPoints: Type.Union([Type.Integer(), Type.Null()]),
    amount: Money,
  }),
});

/** An order as it is shown. It names nobody: replies are kept. */
export const OrderSchema = shape({
  id: Type.String(),
  state: Type.Enum([...orderStates]),
  region: Type.String(),
  country: Country,
  /** The buyer was shown the right to withdraw before buying. */
  withdrawalShown: Type.Boolean(),
  lines: Type.Array(LineView),
  totals: shape({ net: Money, gross: Money }),
  deliveryOptions: Type.Array(shape({ option: Type.Literal("email"), price: Money, promisedOn: Day })),
  promisedOn: Day,
  placedAt: Instant,
  paidAt: Type.Union([Instant, Type.Null()]),
  deliveredAt: Type.Union([Instant, Type.Null()]),
});
export type OrderView = Static<typeof OrderSchema>;

/** An order as it is shown. */
export function orderView(order: Order): OrderView {
  const { currency, state, region, country, withdrawalShown } = order;
  const promisedOn = order.promisedOn.toString();
  const money = (amount: number): Money => ({ amount, currency });
  return {
    id: publicId("ord", order.orderId),
    ...{ state, region, country, withdrawalShown },
    lines: order.lines.map((line) => lineView(line, money)),
    totals: { net: money(order.netMinor), gross: money(order.grossMinor) },
    deliveryOptions: [{ option: "email", price: money(0), promisedOn }],
    promisedOn,
    placedAt: order.placedAt.toString(),
    paidAt: order.paidAt?.toString() ?? null,
    deliveredAt: order.deliveredAt?.toString() ?? null,
  };
}

function lineView(line: OrderLine, money: (amount: number) => Money): Static<typeof LineView> {
  const { no, sku, name, quantity, unitNetMinor, unitGrossMinor, taxKind, taxRateBasisPoints } = line;
  return {
    ...{ no, sku, name, quantity },
    unit: { net: money(unitNetMinor), gross: money(unitGrossMinor) },
    net: money(unitNetMinor * quantity),
    gross: money(unitGrossMinor * quantity),
    tax: {
      kind: taxKind,
      rateBasisPoints: taxRateBasisPoints,
      amount: money((unitGrossMinor - unitNetMinor) * quantity),
    },
  };
}
