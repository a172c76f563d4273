import { createHash } from "node:crypto";
import { type Static, Type } from "typebox";
import { Day, Instant, Money, publicId, shape } from "../../platform/index.ts";

/**
 * Nobody's; a charge's; sent back to where it came from, or on its way there; or what a provider paid out to
 * us, which pays nothing.
 */
export const creditStates = ["unallocated", "assigned", "returned", "paid_out"] as const;
export type CreditState = (typeof creditStates)[number];

/** Money that came to our bank. */
export interface BankCredit {
  readonly creditId: string;
  readonly bankId: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly reference: string;
  readonly bookedOn: Temporal.PlainDate;
  readonly state: CreditState;
  readonly rootId: string | null;
  readonly chargeNo: number | null;
  readonly allocatedMinor: number;
  readonly createdAt: Temporal.Instant;
}

const Id = Type.Union([Type.String(), Type.Null()]);

/** A credit as it is shown. `suggestions`: charges whose reference is one slip of the hand away. */
export const CreditSchema = shape({
  id: Type.String(),
  bankId: Type.String(),
  amount: Money,
  reference: Type.String(),
  bookedOn: Day,
  state: Type.Enum([...creditStates], {
    description: "Nobody's; a charge's; sent back or being sent back; paid out to us by a provider.",
  }),
  chargeId: Id,
  /** How much of it its charge took; the rest is the payer's balance. */
  allocatedMinor: Type.Integer(),
  receivedAt: Instant,
  suggestions: Type.Array(Type.String()),
});
export type CreditView = Static<typeof CreditSchema>;

/** A credit as it is shown. */
export function creditView(credit: BankCredit, suggestions: readonly string[] = []): CreditView {
  const { creditId, bankId, reference, state, rootId, chargeNo } = credit;
  return {
    ...{ id: publicId("crd", creditId), bankId, reference, state, allocatedMinor: credit.allocatedMinor },
    amount: { amount: credit.amountMinor, currency: credit.currency },
    bookedOn: credit.bookedOn.toString(),
    chargeId: rootId === null || chargeNo === null ? null : publicId("chg", rootId, chargeNo),
    receivedAt: credit.createdAt.toString(),
    suggestions: [...suggestions],
  };
}

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** The id of a credit, made of the bank's own: the same booking is always the same credit. */
export function creditIdOf(bankId: string): string {
  const digest = createHash("sha256").update(`bank credit ${bankId}`).digest();
  return Array.from(digest.subarray(0, 26), (byte) => LETTERS[byte & 31]).join("");
}
