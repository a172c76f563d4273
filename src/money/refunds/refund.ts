import { type Static, Type } from "typebox";
import { Instant, Money, publicId, ReceiptSchema, shape } from "../../platform/index.ts";
import type { GoodsFrom } from "../ledger/index.ts";

/**
 * What a refund is for. Of a charge: a contract that ended, goods that will not come, what came back, a
 * renewal without a place, a kindness; and what the law adds to another one that was late. Beside charges: a
 * hold that was captured wrongly, what a payer has with us, money that came to our bank and is nobody's, and
 * what is left on a reseller's balance when its contract has ended.
 */
export const refundKinds = [
  ...(["cancellation", "return", "renewal", "goodwill", "penalty"] as const),
  ...(["hold", "balance", "credit", "reseller_balance"] as const),
] as const;
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
  /** Of goods and of a kindness: the line of the charge whose tax it corrects. */
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
  /** What lost disputes have paid of it. */
  readonly settledMinor: number;
  /** Of goods: how many pieces of the charge's line, and whether they were still owed. */
  readonly goods?: { readonly pieces: number; readonly from: GoodsFrom } | null;
}

/** A refund as it is stored, on the root of its charge. */
export interface Refund {
  readonly rootId: string;
  readonly no: number;
  /** The charge it is paid back of; null for a hold, for nobody's money, for a transfer to a reseller. */
  readonly chargeNo: number | null;
  /** The hold it is paid back of. */
  readonly holdNo: number | null;
  readonly kind: RefundKind;
  /** Public id of the contract, order or claim; null for goodwill. */
  readonly subject: string | null;
  readonly amountMinor: number;
  /** What lost disputes have paid of it: only the rest is paid by us. */
  readonly settledMinor: number;
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
  charge: Maybe(Type.String({ description: "The charge it is paid back of, or whose payer's balance." })),
  kind: Type.Enum([...refundKinds]),
  /** The contract, order or claim it is for. */
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
  hold: Maybe(Type.String({ description: "Of the kind `hold`: the hold that was captured wrongly." })),
  credit: Maybe(Type.String({ description: "Of the kind `credit`: the money at our bank, nobody's." })),
  reseller: Maybe(Type.String({ description: "Of the kind `reseller_balance`: whose balance it was." })),
  settled: Type.Unsafe<Static<typeof Money>>({
    ...Money,
    description: "What the payer's bank has paid of it in a dispute that was lost: the rest is paid here.",
  }),
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
  const { kind, subject, currency, state, means, method, reason, failure, reference } = refund;
  return {
    id: refundId(refund),
    ...sourceOf(refund),
    ...{ kind, subject, state, means, method, reason, failure, reference },
    amount: { amount: refund.amountMinor, currency },
    settled: { amount: refund.settledMinor, currency },
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

/** What it is taken from. */
function sourceOf({
  rootId,
  chargeNo,
  holdNo,
  kind,
}: Refund): Pick<RefundView, "charge" | "hold" | "credit" | "reseller"> {
  return {
    charge: chargeNo === null ? null : publicId("chg", rootId, chargeNo),
    hold: holdNo === null ? null : publicId("hld", rootId, holdNo),
    credit: kind === "credit" ? publicId("crd", rootId) : null,
    reseller: kind === "reseller_balance" ? publicId("rsl", rootId) : null,
  };
}

/** What of it we pay ourselves. */
export function unsettledOf({
  amountMinor,
  settledMinor,
}: Pick<Refund, "amountMinor" | "settledMinor">): number {
  return amountMinor - settledMinor;
}
