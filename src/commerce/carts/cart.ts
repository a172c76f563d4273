import type { PriceIn, Product, UnitPrice } from "../../catalogue/index.ts";
import type { Refusal } from "../../platform/index.ts";
import type { Terms } from "../../terms/index.ts";
import type { DeliveryTerms } from "../deliveries/index.ts";
import type { DeliveryOption } from "../order.ts";
import type { Calendars } from "../promises/index.ts";
import type { Reseller } from "../resellers/index.ts";
import type { OrderTax } from "../taxes/index.ts";

/** A line as it was asked for. */
export interface LineWanted {
  readonly sku: string;
  /** Undefined where there is no such SKU. */
  readonly product: Product | undefined;
  readonly quantity: number;
}

/** What a reseller agreed to, as far as it decides what it may buy. */
export type ResellerSide = Pick<Reseller, "name" | "regions" | "currency" | "state" | "beginsOn" | "endsOn">;

/** What a cart is decided from. */
export interface CartFacts {
  readonly at: Temporal.Instant;
  readonly lines: readonly LineWanted[];
  readonly country: string;
  /** Those of the first plan's programme, in force now; undefined where there is no plan. */
  readonly terms: Terms | undefined;
  /** How all of it is taxed. */
  readonly tax: OrderTax;
  /** Whose prices the buyer pays, the nearest group first. */
  readonly groups: readonly string[];
  readonly reseller: ResellerSide | undefined;
  /** How goods are delivered in that country. */
  readonly delivery: DeliveryTerms;
  /** How the buyer wants the goods; undefined while that is not said. */
  readonly option: DeliveryOption | undefined;
  /** Where goods come from, with their working days; left out where there are none. */
  readonly calendars?: Calendars | undefined;
}

/** A line with what one piece costs this buyer. */
export interface PricedLine {
  readonly product: Product;
  readonly quantity: number;
  readonly unit: PriceIn;
  /** From how many pieces on this price holds. */
  readonly tierFrom: number;
  readonly nextTier: UnitPrice | undefined;
  readonly promisedOn: Temporal.PlainDate;
}

/** A line of a cart: what it costs, or why it is not sold so, and the quantities that would do. */
export type CartLine = { readonly sku: string; readonly quantity: number } & (
  | { readonly priced: PricedLine; readonly refused?: undefined }
  | { readonly priced?: undefined; readonly refused: Refusal; readonly quantities?: readonly number[] }
);

/** A way that the cart may be delivered, with its price for this buyer and the day. */
export interface PricedWay {
  readonly option: DeliveryOption;
  readonly price: PriceIn;
  readonly freeFromMinor: number | null;
  readonly promisedOn: Temporal.PlainDate;
}

/** What a cart comes to. */
export interface Cart {
  /** Of its plans. */
  readonly region: string | undefined;
  readonly currency: string;
  readonly lines: readonly CartLine[];
  /** Codes go by mail; goods by one of the others. */
  readonly ways: readonly PricedWay[];
  /** How its goods go; undefined while the buyer has not said, and where it has none. */
  readonly chosen: PricedWay | undefined;
  /** Why the whole of it cannot be ordered so, while each line could. */
  readonly refused: Refusal | undefined;
  /** Of what has a price, with the delivery that was chosen. */
  readonly netMinor: number;
  readonly grossMinor: number;
}
