import { Type } from "typebox";
import { showOrder } from "../../commerce/index.ts";
import { readContract } from "../../contracts/index.ts";
import { type PaidCharge, paidOfRoots, refundsOfRoots, refundView } from "../../money/index.ts";
import {
  CSV_TYPE,
  csvOf,
  Money,
  notFound,
  page,
  publicId,
  readPublicId,
  shape,
} from "../../platform/index.ts";
import { showClaim } from "../../service/index.ts";
import { chargesSeen, type OwnPayments, ownPayments } from "../models/ownPayments.ts";
import { balanceOf, paidFor, paidForPlans, paidReceipt, receiptPath, sumsOf } from "../models/paidReceipt.ts";
import { paymentsPage, receiptPage } from "../pages/receiptPages.ts";
import { ask, frameOf, get, type PageAnswer, reader, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

const words = en.receipts;

async function showPayments(visit: Visit): Promise<PageAnswer> {
  const { payments, refunds } = await ownPayments(visit);
  return paymentsPage(frameOf(visit), {
    payments: payments.map((paid) => ({
      href: receiptPath(paid),
      what: paidForPlans(paid),
      paidAt: paid.paidAt.toString(),
      sum: { amount: paid.amountMinor, currency: paid.currency },
      balance: balanceOf(paid),
    })),
    refunds,
  });
}

/** The columns of the list as a file; amounts are minor units, as they are everywhere outside. */
const Rows = page(
  shape({
    kind: Type.String(),
    number: Type.String(),
    at: Type.String(),
    of: Type.String(),
    state: Type.String(),
    amount: Money,
    net: Type.Optional(Money),
    dueAt: Type.Optional(Type.String()),
    method: Type.String(),
  }),
);

async function payments(visit: Visit): Promise<PageAnswer> {
  const text = csvOf(Rows, rowsOf(await ownPayments(visit)));
  return { file: { type: CSV_TYPE, name: "payments.csv", text } };
}

function rowsOf({ payments: paid, refunds }: OwnPayments): readonly object[] {
  return [
    ...paid.map((one) => ({
      kind: words.kinds.payment,
      number: publicId("chg", one.rootId, one.no),
      at: one.paidAt.toString(),
      of: paidFor(one),
      state: words.statePaid,
      amount: { amount: one.amountMinor, currency: one.currency },
      net: sumsOf(one).net,
      method: one.method,
    })),
    ...refunds.map(({ id, requestedAt, charge, subject, state, amount, dueAt, method }) => ({
      ...{ kind: words.kinds.refund, number: id, at: requestedAt, of: charge ?? subject ?? "" },
      ...{ state, amount, method },
      ...(dueAt === null ? {} : { dueAt }),
    })),
  ];
}

/**
 * The receipt of a payment of this root, with what was paid back of it. Errors: Problem 404 when nothing was
 * paid.
 */
async function receipt(
  visit: Visit,
  { rootId = "", isIt, back, zone, lineNames }: Wanted,
): Promise<PageAnswer> {
  const db = reader(visit);
  const [all, refunds] = await Promise.all([paidOfRoots(db, [rootId]), refundsOfRoots(db, [rootId])]);
  const paid = all.find(isIt);
  if (paid === undefined) {
    throw notFound("receipt");
  }
  const { config } = visit.platform;
  return receiptPage(frameOf(visit, zone), {
    ...paidReceipt(paid, lineNames),
    from: config.bankHolder ?? config.brandName,
    refunds: refunds.filter(({ chargeNo }) => chargeNo === paid.no).map(refundView),
    back,
  });
}

type Wanted = {
  readonly rootId: string | undefined;
  readonly isIt: (paid: PaidCharge) => boolean;
  readonly back: string;
  readonly zone?: string;
  /** What the lines are called, where that is known better than by their plan. */
  readonly lineNames?: readonly string[];
};

async function ofOrder(visit: Visit): Promise<PageAnswer> {
  const order = await ask(visit, showOrder, { id: visit.params.id ?? "" });
  return await receipt(visit, {
    rootId: readPublicId("ord", order.id)?.rootId,
    isIt: () => true,
    back: `/orders/${order.id}`,
    lineNames: order.lines.map(({ name }) => name),
  });
}

async function ofClaim(visit: Visit): Promise<PageAnswer> {
  const { claim, ribbon } = await ask(visit, showClaim, { id: visit.params.id ?? "" });
  const { rootId, no } = readPublicId("clm", claim.id) ?? {};
  return await receipt(visit, {
    rootId,
    isIt: ({ purpose, subjectNo }) => purpose === "claim_fee" && subjectNo === no,
    back: `/cases/${claim.id}`,
    zone: ribbon.zone,
  });
}

async function ofRenewal(visit: Visit): Promise<PageAnswer> {
  const contract = await ask(visit, readContract, { id: visit.params.id ?? "" });
  const { rootId, no } = readPublicId("ctr", contract.id) ?? {};
  const seen = await chargesSeen(visit, contract.deviceId);
  return await receipt(visit, {
    rootId,
    isIt: (paid) =>
      paid.purpose === "renewal" &&
      paid.subjectNo === no &&
      seen.includes(publicId("chg", paid.rootId, paid.no)),
    back: `/devices/${contract.deviceId}`,
    zone: contract.zone,
  });
}

/** What was paid and paid back, the same as a file, and the receipt of each payment where it was paid for. */
export const receiptRoutes = [
  get("/payments", showPayments),
  get("/payments.csv", payments),
  get("/orders/:id/receipt", ofOrder),
  get("/cases/:id/receipt", ofClaim),
  get("/renew/:id/receipt", ofRenewal),
];
