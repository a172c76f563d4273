import { cancelCharge } from "../../money/index.ts";
import { accepted, act, type Decision, IdParams, line, shape, type Tx } from "../../platform/index.ts";
import { type Claim, ClaimShape, toClaim } from "../claim.ts";
import { lockClaim, moveClaim } from "../lockClaim.ts";
import { paymentCame } from "../paymentDeadline.ts";
import { refuse } from "../refusals.ts";
import type { ClaimRow } from "../store.ts";
import { keepWaiver } from "../waiverStore.ts";
import { decideWaiveSendBack } from "./decideWaiveSendBack.ts";

/**
 * POST /v1/claims/{id}/send-back-waiver: this device goes back for nothing, whatever another look or quote
 * says, until somebody takes that back.
 */
export const waiveSendBack = act({
  route: "POST /v1/claims/{id}/send-back-waiver",
  permission: "claim.waive",
  summary:
    "Waives what sending a device back costs, with a reason: before the owner chooses, or before they pay.",
  params: IdParams,
  body: shape({ reason: line(200) }),
  reply: ClaimShape,
  run: async (tx, { id, reason }) => {
    const claim = await lockClaim(tx, id);
    const decision = decideWaiveSendBack(claim);
    if (decision.refused !== undefined) {
      return decision;
    }
    const { waivedMinor, isChosen } = decision.accepted;
    const moved = isChosen ? await giveUpCharge(tx, claim) : await freeOnSheet(tx, claim, waivedMinor);
    if (moved.refused !== undefined) {
      return moved;
    }
    const fee = { amount: waivedMinor, currency: claim.currency };
    tx.record(claim.deviceId, [{ type: "SendBackWaived", claimNo: claim.no, fee, reason }]);
    return accepted(toClaim(moved.accepted, isChosen ? undefined : (claim.dueAt ?? undefined)));
  },
});

async function freeOnSheet(tx: Tx, claim: ClaimRow, waivedMinor: number): Promise<Decision<Claim>> {
  const choices = (claim.choices ?? []).map((choice) =>
    choice.route === "return" ? { ...choice, fee: { ...choice.fee, amount: 0 } } : choice,
  );
  await keepWaiver(tx, claim.deviceId, claim.no, waivedMinor);
  const moved = await moveClaim(tx, claim, ["inspected"], "inspected", { choices });
  return moved === undefined ? refuse("claim_not_at_this_step") : accepted(moved);
}

/** What was asked is asked no more, so it is as if it were paid. */
async function giveUpCharge(tx: Tx, claim: ClaimRow): Promise<Decision<Claim>> {
  const { deviceId, no, chargeNo } = claim;
  const charge = { rootId: deviceId, no: chargeNo ?? 0, purpose: "claim_fee", subjectNo: no } as const;
  if ((await cancelCharge(tx, charge)).refused !== undefined) {
    return refuse("payment_running");
  }
  const moved = await moveClaim(tx, claim, ["chosen"], "paid", { feeMinor: 0 });
  paymentCame(tx, claim);
  return moved === undefined ? refuse("claim_not_at_this_step") : accepted(moved);
}
