import assert from "node:assert/strict";
import { Type } from "typebox";
import { isSameHand } from "../../identity/index.ts";
import { accepted, act, IdParams, line, notFound, readPublicId, shape } from "../../platform/index.ts";
import {
  askSettlement,
  DifferenceSchema,
  differenceView,
  endDifference,
  lockDifference,
  postCorrection,
} from "../reconciliation/index.ts";
import { needsSecondPerson, readRefundLimits } from "../refunds/index.ts";
import { refuse } from "../refusals.ts";
import { decideSettleDifference } from "./decideSettleDifference.ts";

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
    const { askedBy } = difference;
    const isAsker = askedBy !== null && (await isSameHand(tx, askedBy, by));

    const decision = decideSettleDifference(difference, { action, isAsker, needsTwo });

    if (decision.refused !== undefined) {
      return decision;
    }
    if (decision.accepted === "asked") {
      const asked = await askSettlement(tx, differenceId, by, action, reason);
      assert(asked !== undefined, "a locked difference that nobody asked about is asked about");
      return accepted(differenceView(asked));
    }
    const source = action === "post" ? await postCorrection(tx, difference) : undefined;
    if (action === "post" && source === undefined) {
      return refuse("nothing_to_post");
    }
    const state = source === undefined ? "settled" : "posted";
    const posted = source === undefined ? [null, null] : [difference.lineId, source];
    const ended = await endDifference(tx, differenceId, state, by, reason, tx.at, ...posted);
    assert(ended !== undefined, "a locked difference that is open ends once");
    tx.platform.log.info({ differenceId, by, action }, "a difference was settled");
    return accepted(differenceView(ended));
  },
});
