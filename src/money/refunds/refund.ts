import { type Static, Type } from "typebox";
import { Instant, Money, publicId, ReceiptSchema, shape } from "../../platform/index.ts";

/**
 * What a refund is for: a contract that ended, codes that came back, a renewal without a place, a kindness;
 * or what the law adds to another one that was late.
 */
export const refundKinds = ["cancellation", "return", "renewal", "goodwill", "penalty"] as const;
export type RefundKind = (typeof refundKinds)[number];

/**
 * Asked for; agreed to; over: paid or declined. A failed one waits for a person, who has it tried again or
 * paid otherwise.
 */
export const refundStates = ["requested", "approved", "paid", "failed", "declined"] as const;
export type RefundState = (typeof refundStates)[number];

/** Asked for by a person: how it is to be paid. */
export const repayMeans = ["provider", "transfer", "balance"] as const;

/**
 * By the provider that took the money, by a bank transfer that a person makes, into the payer's balance
 * with us; or by the payer's own bank, which has kept the money in a dispute: nobody pays it again.
 */
export const refundMeans = [...repayMeans, "dispute"] as const;
export type RefundMeans = (typeof refundMeans)[number];

/** What comes back for one plan, or for a charge as such. */
export interface RefundLine {
  readonly no: number;
  /** Its sale; null for what is no plan given up. */
  readonly saleNo: number | null;
  /** Of a kindness: the line of the charge whose tax it corrects. */
  readonly lineNo: number | null;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly taxKind: string;
  readonly programme: string;
  readonly region: string;
  /** How much of the net amount was still deferred. */
  readonly deferredMinor: number;
  /** What was deferred beside it and is earned now that the sale ended. */
  readonly earnedNowMinor: number;
  /** What the sale was before. */
  readonly saleState: string | null;
  /** The decision of the terms it rests on; null for goodwill. */
  readonly receipt: object | null;
}

/** A refund as it is stored, on the root of its charge. */
export interface Refund {
  readonly rootId: string;
  readonly no: number;
  readonly chargeNo: number;
  readonly kind: RefundKind;
  /** Public id of the contract or order; null for goodwill. */
  readonly subject: string | null;
  readonly amountMinor: number;
  /** What the law adds because it was paid late: paid by a refund of its own. */
  readonly penaltyMinor: number;
  readonly currency: string;
  readonly state: RefundState;
  readonly means: RefundMeans;
  /** How the charge was paid. */
  readonly method: string;
  readonly reason: string;
  readonly secondPerson: boolean;
  readonly requestedBy: string;
  readonly requestedAt: Temporal.Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly decisionReason: string | null;
  readonly dueAt: Temporal.Instant | null;
  readonly failure: string | null;
  readonly reference: string | null;
  readonly closedAt: Temporal.Instant | null;
  readonly lines: readonly RefundLine[];
}

const Maybe = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** A refund as it is shown. */
export const RefundSchema = shape({
  id: Type.String(),
  charge: Type.String(),
  kind: Type.Enum([...refundKinds]),
  /** The contract or order it is for. */
  subject: Maybe(Type.String()),
  amount: Money,
  /** What the law adds because it is late, so far or when it was paid. Paid by a refund of its own. */
  penalty: Money,
  state: Type.Enum([...refundStates]),
  means: Type.Enum([...refundMeans]),
  /** How the charge was paid. */
  method: Type.String(),
  reason: Type.String(),
  /** Whether it is above the limit, so that another person than its requester decides. */
  needsSecondPerson: Type.Boolean(),
  requestedBy: Type.String(),
  requestedAt: Instant,
  decidedBy: Maybe(Type.String()),
  decidedAt: Maybe(Instant),
  decisionReason: Maybe(Type.String()),
  /** The day by which the law or the terms want it paid. */
  dueAt: Maybe(Instant),
  failure: Maybe(Type.String()),
  reference: Maybe(Type.String()),
  closedAt: Maybe(Instant),
});
export type RefundView = Static<typeof RefundSchema>;

/** One refund with what it is made of. */
export const RefundDetails = shape({
  ...RefundSchema.properties,
  lines: Type.Array(
    shape({
      no: Type.Integer(),
      sale: Maybe(Type.Integer()),
      net: Money,
      tax: Money,
      taxKind: Type.String(),
      receipt: Maybe(ReceiptSchema),
    }),
  ),
  postings: Type.Array(
    shape({
      source: Type.String(),
      at: Instant,
      debit: Type.String(),
      credit: Type.String(),
      amount: Money,
    }),
  ),
});

/** `rfd_<root>_<no>`. */
export function refundId({ rootId, no }: Pick<Refund, "rootId" | "no">): string {
  return publicId("rfd", rootId, no);
}

/** A refund as it is shown. */
export function refundView(refund: Refund): RefundView {
  const { rootId, kind, subject, currency, state, means, method, reason, failure, reference } = refund;
  return {
    id: refundId(refund),
    charge: publicId("chg", rootId, refund.chargeNo),
    ...{ kind, subject, state, means, method, reason, failure, reference },
    amount: { amount: refund.amountMinor, currency },
    penalty: { amount: refund.penaltyMinor, currency },
    needsSecondPerson: refund.secondPerson,
    requestedBy: refund.requestedBy,
    requestedAt: refund.requestedAt.toString(),
    decidedBy: refund.decidedBy,
    decidedAt: refund.decidedAt?.toString() ?? null,
    decisionReason: refund.decisionReason,
    dueAt: refund.dueAt?.toString() ?? null,
    closedAt: refund.closedAt?.toString() ?? null,
  };
}
