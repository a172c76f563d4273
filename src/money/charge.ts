import { type Static, Type } from "typebox";
import { Instant, Money, publicId, shape } from "../platform/index.ts";
import type { AttemptState } from "./attempts/attempt.ts";

export type { AttemptState } from "./attempts/attempt.ts";

/** What a charge is for. */
export type Purpose = "order" | "claim_fee" | "renewal";

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
  /** Whether the provider has said anything yet. */
  readonly answered: boolean;
}

const Payment = shape({
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
});

/** A charge as it is shown. `payment` is the newest try, null while nothing was tried. */
export const ChargeSchema = shape({
  id: Type.String(),
  purpose: Type.Union([Type.Literal("order"), Type.Literal("claim_fee"), Type.Literal("renewal")]),
  amount: Money,
  state: Type.Union([Type.Literal("open"), Type.Literal("captured"), Type.Literal("cancelled")]),
  dueAt: Type.Union([Instant, Type.Null()]),
  payment: Type.Union([Payment, Type.Null()]),
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
    payment: attempt === null ? null : paymentView(attempt),
  };
}

function paymentView({ method, state, reason, nextUrl }: Attempt): Static<typeof Payment> {
  return { method, state, reason, ...(nextUrl === null ? {} : { nextUrl }) };
}
