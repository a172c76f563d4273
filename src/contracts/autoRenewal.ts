import { type Static, Type } from "typebox";
import { Instant, Money, shape } from "../platform/index.ts";
import type { Receipt } from "../terms/index.ts";

/** Why a plan no longer renews by itself. */
export type AutoRenewalEnd = "cancelled" | "passed_on" | "not_paid" | "not_allowed" | "price_changed";

/** A holder's consent that the plan of a device renews by itself. */
export interface AutoRenewal {
  readonly deviceId: string;
  readonly no: number;
  readonly contractNo: number;
  readonly holderId: string;
  readonly method: string;
  readonly product: string;
  readonly priceMinor: number;
  readonly currency: string;
  readonly agreedAt: Temporal.Instant;
  /** The contract whose renewal was announced last, and at which price. */
  readonly announcedNo: number | null;
  readonly announcedMinor: number | null;
}

/** As its holder and the office see it. */
export const AutoRenewalShape = shape({
  method: Type.String(),
  product: Type.String(),
  price: Money,
  agreedAt: Instant,
  /** When the next period is charged; null until it has been announced. */
  chargesAt: Type.Union([Instant, Type.Null()]),
});
export type AutoRenewalShape = Static<typeof AutoRenewalShape>;

/**
 * How long before the end of a contract the next is charged: a failed payment leaves a day to pay by hand.
 */
export const CHARGED_BEFORE = { hours: 24 };

/** What a holder agrees to, word by word; the consent keeps these words. */
export const AUTO_RENEWAL_WORDING =
  "The plan renews by itself when it ends, as long as its terms allow. Before each renewal I am told its " +
  "price and its day by mail. I can stop it at any time, here or by the link in that mail, and pay nothing " +
  "more.";

/** Whether the terms let the plan renew by itself: the clause that allows the renewal says so. */
export function renewsItself({ because }: Pick<Receipt, "because">): boolean {
  return because.some(({ detail }) => detail?.auto === true);
}
