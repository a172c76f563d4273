import { Type } from "typebox";
import {
  IdParams,
  Instant,
  Money,
  notFound,
  publicId,
  type Queryable,
  read,
  readPublicId,
  shape,
} from "../../platform/index.ts";
import { type Charge, ChargeSchema, chargeView } from "../charge.ts";
import { attemptsOf, sourcesOf, transferOf } from "../charges/index.ts";
import { DisputeSchema, disputeView } from "../disputes/index.ts";
import { RefundSchema, refundView, salesOfCharge } from "../refunds/index.ts";
import { chargeOf } from "../store.ts";
import { disputesOfCharge, linesShown, refundsOfCharge } from "./chargeAboutStore.ts";

const Nullable = Type.Union([Type.String(), Type.Null()]);

const SUBJECTS = { order: "ord", claim_fee: "clm", renewal: "ctr", top_up: "rsl" } as const;

const Reply = shape({
  charge: ChargeSchema,
  /** The order, case or contract it is for. */
  subject: Type.String(),
  lines: Type.Array(
    shape({
      kind: Type.String(),
      plan: Nullable,
      programme: Type.String(),
      region: Type.String(),
      quantity: Type.Integer(),
      net: Money,
      tax: Money,
      taxKind: Type.String(),
    }),
  ),
  /** What was paid for each plan of it, and where that stands. */
  sales: Type.Array(
    shape({
      id: Type.String(),
      state: Type.String(),
      contract: Nullable,
      net: Money,
      deferred: Money,
      earned: Money,
      refunded: Money,
    }),
  ),
  refunds: Type.Array(RefundSchema),
  disputes: Type.Array(DisputeSchema),
  /** Every try, the first first. */
  tries: Type.Array(
    shape({
      no: Type.Integer(),
      provider: Type.String(),
      method: Type.String(),
      state: Type.String(),
      reason: Nullable,
      providerRef: Nullable,
      startedAt: Instant,
      resolvedAt: Type.Union([Instant, Type.Null()]),
      asks: Type.Integer(),
    }),
  ),
  /** What was posted for it, by source. */
  ledger: Type.Array(shape({ source: Type.String(), at: Instant, postings: Type.Integer() })),
  /** What has come for it by transfer, where its payer was told a reference. */
  transfer: Type.Union([
    shape({ reference: Type.String(), iban: Type.String(), paid: Money, missing: Money }),
    Type.Null(),
  ]),
});

/** GET /v1/charges/{id}: a charge with its tries and what was posted for it. */
export const showCharge = read({
  route: "GET /v1/charges/{id}",
  permission: "money.read",
  summary: "Shows a charge with its lines, every try, what was posted for it and what became of its plans",
  params: IdParams,
  reply: Reply,
  async run(db, { id }) {
    const { rootId, no } = readPublicId("chg", id) ?? {};
    const charge = no === undefined ? undefined : await chargeOf(db, rootId, no);
    if (charge === undefined) {
      throw notFound("charge");
    }
    const about = await aboutOf(db, charge);
    const [tries, ledger, [transfer]] = await Promise.all([
      attemptsOf(db, rootId, no),
      sourcesOf(db, rootId, no),
      transferOf(db, rootId, no),
    ]);
    const { state, currency } = charge;
    const owedMinor = state === "cancelled" ? 0 : charge.amountMinor;
    return {
      charge: chargeView(charge),
      ...about,
      tries: tries.map((one) => ({
        ...one,
        startedAt: one.startedAt.toString(),
        resolvedAt: one.resolvedAt?.toString() ?? null,
      })),
      ledger: ledger.map((one) => ({ ...one, at: one.at.toString() })),
      transfer:
        transfer === undefined
          ? null
          : {
              ...{ reference: transfer.reference, iban: transfer.iban },
              paid: { amount: transfer.paidMinor, currency },
              missing: { amount: Math.max(0, owedMinor - transfer.paidMinor), currency },
            },
    };
  },
});

/** What a charge is made of, and what hangs on it. */
async function aboutOf(db: Queryable, { rootId, no, purpose, subjectNo, currency }: Charge) {
  const money = (amount: number) => ({ amount, currency });
  const [lines, sales, refunds, disputes] = await Promise.all([
    linesShown(db, rootId, no),
    salesOfCharge(db, rootId, no),
    refundsOfCharge(db, rootId, no),
    disputesOfCharge(db, rootId, no),
  ]);
  return {
    subject: publicId(SUBJECTS[purpose], rootId, purpose === "top_up" ? undefined : (subjectNo ?? undefined)),
    lines: lines.map(({ netMinor, taxMinor, ...line }) => ({
      ...line,
      ...{ net: money(netMinor), tax: money(taxMinor) },
    })),
    sales: sales.map((sale) => ({
      ...{ id: publicId("sal", rootId, sale.no), state: sale.state, contract: sale.contractId },
      ...{ net: money(sale.netMinor), deferred: money(sale.deferredMinor) },
      ...{ earned: money(sale.earnedMinor), refunded: money(sale.refundedMinor) },
    })),
    refunds: refunds.map(refundView),
    disputes: disputes.map(disputeView),
  };
}
