import { type Static, Type } from "typebox";
import { CardSchema, type KeptCard } from "../money/index.ts";
import { Instant, Money, shape } from "../platform/index.ts";
import type { Receipt } from "../terms/index.ts";

/** Why a plan no longer renews by itself. */
export type AutoRenewalEnd =
  | "cancelled"
  | "passed_on"
  | "not_paid"
  | "not_allowed"
  | "price_changed"
  /** Its card was not kept: its holder, or their bank, thought better of it. */
  | "card_not_kept"
  /** The bank wanted to ask the holder, who did not pay by hand in time. */
  | "not_confirmed"
  /** Its holder agreed again, with another card. */
  | "agreed_anew";

/** A holder's consent that the plan of a device renews by itself. */
export interface AutoRenewal {
  readonly deviceId: string;
  readonly no: number;
  readonly contractNo: number;
  readonly holderId: string;
  readonly method: string;
  /** The kept card it is paid by; null for a consent of before cards were kept. */
  readonly cardNo: number | null;
  readonly product: string;
  readonly priceMinor: number;
  readonly currency: string;
  readonly agreedAt: Temporal.Instant;
  /** The contract whose renewal was announced last, and at which price. */
  readonly announcedNo: number | null;
  readonly announcedMinor: number | null;
  /** Where its holder lives, as they said when they agreed; null where they did not have to. */
  readonly country: string | null;
}

/** As its holder and the office see it. */
export const AutoRenewalShape = shape({
  method: Type.String(),
  product: Type.String(),
  price: Money,
  agreedAt: Instant,
  /** When the next period is charged; null until it has been announced. */
  chargesAt: Type.Union([Instant, Type.Null()]),
  /**
   * The card that is charged then. While it is `asked` its holder has something to do at `nextUrl`, and
   * nothing renews; null for a consent of before cards were kept.
   */
  card: Type.Union([CardSchema, Type.Null()]),
  /** Whether that card will not be good on the day: its holder agrees again and gives another. */
  needsCard: Type.Boolean(),
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

/** Whether a card can be charged for what follows a contract: it is kept, and good on the day. */
export function isGoodAt(
  { state, expiresOn }: Pick<KeptCard, "state" | "expiresOn">,
  at: Temporal.Instant,
): boolean {
  const day = at.toZonedDateTimeISO("UTC").toPlainDate();
  return state === "kept" && expiresOn !== null && Temporal.PlainDate.compare(day, expiresOn) <= 0;
}

/** Whether the terms let the plan renew by itself: the clause that allows the renewal says so. */
export function renewsItself({ because }: Pick<Receipt, "because">): boolean {
  return because.some(({ detail }) => detail?.auto === true);
}
