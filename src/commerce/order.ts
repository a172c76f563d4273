import type { TaxKind } from "../catalogue/index.ts";
import type { TaxTreatment } from "./taxes/index.ts";

/**
 * Placed until it is paid. Then its codes are delivered; goods are left to their parcels, and with the last
 * of them the order is delivered.
 */
export const orderStates = ["placed", "paid", "delivered", "cancelled"] as const;
export type OrderState = (typeof orderStates)[number];

/** How an order reaches its buyer: codes always by mail, goods to their door or to a pickup point. */
export const deliveryOptions = ["email", "home", "pickup"] as const;
export type DeliveryOption = (typeof deliveryOptions)[number];

/** Tax as it was when an order was placed, that of its country. */
interface KeptTax {
  /** Null on orders of before it was kept. */
  readonly taxKind: TaxKind | null;
  /** In hundredths of a percent; null where none was known. */
  readonly taxRateBasisPoints: number | null;
}

/** What the delivery of an order's goods costs; nothing where it has codes alone. */
export interface OrderDelivery {
  readonly delivery: DeliveryOption;
  /** The carrier's name for it; null for every other way. */
  readonly pickupPoint: string | null;
  readonly deliveryNetMinor: number;
  readonly deliveryGrossMinor: number;
  readonly deliveryTaxKind: TaxKind | null;
  readonly deliveryTaxRateBasisPoints: number | null;
}

/** An order as it is stored, with its lines. */
export interface Order extends OrderDelivery {
  readonly orderId: string;
  readonly buyerId: string;
  /** The caller who placed it. */
  readonly placedBy: string;
  /** Whose team placed it; null for orders of others. */
  readonly resellerId: string | null;
  /** Whose prices it was placed at. */
  readonly customerGroup: string;
  /** The buyer's own number for it. */
  readonly purchaseOrder: string | null;
  readonly country: string;
  /** The one its plans are of; null, as the region, where it has goods alone. */
  readonly programme: string | null;
  /** Where its codes can be used. */
  readonly region: string | null;
  readonly vatId: string | null;
  /** Of the buyer's country, ISO 3166-2: `US-TX`. */
  readonly buyerState: string | null;
  /** Whether the buyer was shown the right to withdraw before buying. */
  readonly withdrawalShown: boolean;
  /** Under reverse charge its buyer accounts for the tax, on the proof of the register. */
  readonly taxTreatment: TaxTreatment;
  readonly vatProof: string | null;
  /** Names what its buyer was told before paying; null on orders of before it was kept. */
  readonly informationDigest: string | null;
  readonly currency: string;
  /** Lines and delivery together. */
  readonly netMinor: number;
  readonly grossMinor: number;
  /** The day by which all of it is there. */
  readonly promisedOn: Temporal.PlainDate;
  readonly state: OrderState;
  readonly placedAt: Temporal.Instant;
  readonly paidAt: Temporal.Instant | null;
  readonly deliveredAt: Temporal.Instant | null;
  readonly cancelledAt: Temporal.Instant | null;
  readonly lines: readonly OrderLine[];
}

interface AnyLine extends KeptTax {
  readonly no: number;
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly unitNetMinor: number;
  readonly unitGrossMinor: number;
  /** The day by which this line is there: `2026-06-30`. */
  readonly promisedOn: string;
}

/** A line that becomes codes. The plan and models are those of the day it was placed. */
export interface CodeLine extends AnyLine {
  readonly soldAs: "code";
  readonly plan: string;
  readonly models: readonly string[];
}

/** A line that is sent by parcel. */
export interface GoodsLine extends AnyLine {
  readonly soldAs: "goods";
  readonly plan: null;
  readonly models: readonly [];
  /** Of one piece. */
  readonly weightGrams: number;
  /** Pieces that will not come any more. */
  readonly cancelledQuantity: number;
}

/** A line of an order. */
export type OrderLine = CodeLine | GoodsLine;

/** The lines that become codes. */
export function codeLines({ lines }: Pick<Order, "lines">): readonly CodeLine[] {
  return lines.filter((line) => line.soldAs === "code");
}

/** The lines that are sent by parcel. */
export function goodsLines({ lines }: Pick<Order, "lines">): readonly GoodsLine[] {
  return lines.filter((line) => line.soldAs === "goods");
}

/** How a product of an order is sold now. */
export interface OfferNow {
  readonly sku: string;
  readonly minQuantity: number;
  readonly multiple: number;
}
