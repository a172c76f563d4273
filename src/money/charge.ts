import { type Static, Type } from "typebox";
import { Instant, Money, publicId, shape } from "../platform/index.ts";
import type { AttemptState } from "./attempts/attempt.ts";

export type { AttemptState } from "./attempts/attempt.ts";

/** What a charge is for. */
export type Purpose = "order" | "claim_fee" | "renewal" | "top_up";

/** Open until it is paid or no longer owed. */
export type ChargeState = "open" | "captured" | "cancelled";

/** A charge as it is stored, with its newest attempt. */
export interface Charge {
  readonly rootId: string;
  readonly no: number;
  readonly purpose: Purpose;
  /** The claim's or contract's number within the root; null for an order. */
  readonly subjectNo: number | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly state: ChargeState;
  readonly dueAt: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant | null;
  readonly attempt: Attempt | null;
}

/** The newest try to collect a charge. */
export interface Attempt {
  readonly no: number;
  readonly method: string;
  readonly state: AttemptState;
  readonly reason: string | null;
  /** Where the payer has to go to finish it. */
  readonly nextUrl: string | null;
  /** What the payer writes on a transfer; null for every other way to pay. */
  readonly transfer?: Transfer | null;
  /** Whether the provider has said anything yet. */
  readonly answered: boolean;
}

/** What a payer was told to write on a transfer, and what has come. */
interface Transfer {
  readonly reference: string;
  readonly iban: string;
  readonly bic: string | null;
  readonly holder: string;
  readonly paidMinor: number;
}

/** A try to pay, as its payer sees it. */
export const PaymentShape = shape({
  method: Type.String(),
  state: Type.Union([
    Type.Literal("pending"),
    Type.Literal("unknown"),
    Type.Literal("succeeded"),
    Type.Literal("failed"),
  ]),
  reason: Type.Union([Type.String(), Type.Null()]),
  /** Where the payer has to go to finish it: a page of their bank's, or of the provider's. */
  nextUrl: Type.Optional(Type.String()),
  /** What to write on a bank transfer, and what is still missing. */
  transfer: Type.Optional(
    shape({
      reference: Type.String(),
      iban: Type.String(),
      bic: Type.Union([Type.String(), Type.Null()]),
      holder: Type.String(),
      missing: Money,
    }),
  ),
});

/** A charge as it is shown. `payment` is the newest try, null while nothing was tried. */
export const ChargeSchema = shape({
  id: Type.String(),
  purpose: Type.Union([
    Type.Literal("order"),
    Type.Literal("claim_fee"),
    Type.Literal("renewal"),
    Type.Literal("top_up"),
  ]),
  amount: Money,
  state: Type.Union([Type.Literal("open"), Type.Literal("captured"), Type.Literal("cancelled")]),
  dueAt: Type.Union([Instant, Type.Null()]),
  payment: Type.Union([PaymentShape, Type.Null()]),
});
export type ChargeView = Static<typeof ChargeSchema>;

/** The body of every payment: how to pay, in the provider's words. */
export const PaymentBody = shape({ method: Type.String({ minLength: 1, maxLength: 60 }) });

/** A charge as it is shown. */
export function chargeView(charge: Charge): ChargeView {
  const { attempt } = charge;
  return {
    id: publicId("chg", charge.rootId, charge.no),
    purpose: charge.purpose,
    amount: { amount: charge.amountMinor, currency: charge.currency },
    state: charge.state,
    dueAt: charge.dueAt === null ? null : charge.dueAt.toString(),
    payment: attempt === null ? null : paymentView(attempt, charge),
  };
}

function paymentView(
  { method, state, reason, nextUrl, transfer = null }: Attempt,
  { state: chargeState, amountMinor, currency }: Charge,
): Static<typeof PaymentShape> {
  const { paidMinor = 0, ...told } = transfer ?? {};
  const missing = { amount: amountMinor - paidMinor, currency };
  return {
    ...{ method, state, reason },
    ...(nextUrl === null ? {} : { nextUrl }),
    // Nobody pays what is no longer owed.
    ...(transfer === null || chargeState === "cancelled"
      ? {}
      : { transfer: { ...(told as Transfer), missing } }),
  };
}
