import assert from "node:assert/strict";
import { Type } from "typebox";
import {
  accepted,
  act,
  IdParams,
  line,
  notFound,
  readPublicId,
  shape,
  type Tx,
} from "../../platform/index.ts";
import { NOWHERE } from "../bank/index.ts";
import { type Posting, post } from "../ledger/index.ts";
import { needsSecondPerson, readRefundLimits } from "../refunds/index.ts";
import { causeOf } from "./causes.ts";
import { type Difference, DifferenceSchema, differenceView } from "./difference.ts";
import { askSettlement, endDifference, lockDifference } from "./differenceStore.ts";
import { maySettleDifference } from "./maySettleDifference.ts";
import { sourceOf } from "./postCorrections.ts";
import { lineOf, notePosted } from "./reportStore.ts";

/**
 * POST /v1/differences/{id}/settlement: a person accepts a difference with a reason, or has posted what their
 * line says. Above the limit of refunds the first person asks and a second one agrees by the same act.
 */
export const settleDifference = act({
  route: "POST /v1/differences/{id}/settlement",
  permission: "reconciliation.settle",
  summary: "Settles a difference with a reason: accepts it, or posts what their line says",
  params: IdParams,
  body: shape({ action: Type.Enum(["accept", "post"]), reason: line(500) }),
  reply: DifferenceSchema,
  dryRun: true,
  async run(tx, { id, action, reason }) {
    const { rootId } = readPublicId("dif", id) ?? {};
    const difference = rootId === undefined ? undefined : await lockDifference(tx, rootId);
    if (difference === undefined) {
      throw notFound("difference");
    }
    const { differenceId, amountMinor, currency } = difference;
    const limits = readRefundLimits(tx.platform.config.refundLimit);
    const needsTwo = currency !== null && needsSecondPerson({ amount: amountMinor, currency }, limits);
    const by = tx.caller.id;

    const decision = maySettleDifference(difference, { action, by, needsTwo });

    if (decision.refused !== undefined) {
      return decision;
    }
    if (decision.accepted === "asked") {
      const asked = await askSettlement(tx, differenceId, by, action, reason);
      assert(asked !== undefined, "a locked difference that nobody asked about is asked about");
      return accepted(differenceView(asked));
    }
    const source = action === "post" ? await postCorrection(tx, difference) : undefined;
    const state = source === undefined ? "settled" : "posted";
    const posted = source === undefined ? [null, null] : [difference.lineId, source];
    const ended = await endDifference(tx, differenceId, state, by, reason, tx.at, ...posted);
    assert(ended !== undefined, "a locked difference that is open ends once");
    tx.platform.log.info({ differenceId, by, action }, "a difference was settled");
    return accepted(differenceView(ended));
  },
});

/** Posts what a line says beyond what was expected, on its own root; answers with the source. */
async function postCorrection(tx: Tx, { lineId, cause, party, amountMinor }: Difference): Promise<string> {
  const told = await lineOf(tx, lineId);
  const { correction } = causeOf(cause);
  assert(told !== undefined && correction !== undefined, "what can be posted has its line");
  const place = { ...NOWHERE, currency: told.currency };
  const fee = told.entry === "fee" ? told.amountMinor : told.feeMinor;
  const postings: Record<typeof correction, Posting> = {
    fee: {
      debit: { ...place, kind: "provider_costs", party },
      credit: { ...place, kind: "clearing", party },
      amountMinor: fee,
    },
    payout_rest: {
      debit: { ...place, kind: "provider_costs", party },
      credit: { ...place, kind: "unallocated" },
      amountMinor,
    },
    parcel: {
      debit: { ...place, kind: "shipping_costs", party },
      credit: { ...place, kind: "carrier_payable", party },
      amountMinor: told.amountMinor,
    },
  };
  const source = sourceOf(correction);
  await notePosted(tx, told.lineId, tx.at);
  await post(tx, told.lineId, source, [postings[correction]]);
  return source;
}
