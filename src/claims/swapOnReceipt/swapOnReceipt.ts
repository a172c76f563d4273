import { Type } from "typebox";
import { createCharge } from "../../money/index.ts";
import { accepted, act, failPoint, IdParams, shape, type Tx } from "../../platform/index.ts";
import type { Claim } from "../claim.ts";
import { feeLine } from "../feeLine.ts";
import { lockClaim, moveClaim } from "../lockClaim.ts";
import { awaitPayment } from "../paymentDeadline.ts";
import { refuse } from "../refusals.ts";
import type { ClaimRow } from "../store.ts";
import { waitingDaysOf } from "../waitingDays.ts";
import { decideSwapOnReceipt, type SwapOnReceipt } from "./decideSwapOnReceipt.ts";

/**
 * POST /v1/claims/{id}/swap-on-receipt: a device came by the quick way, so its replacement is not kept
 * waiting for an inspection. Follows `ClaimReceived`; a repeat is refused.
 */
export const swapOnReceipt = act({
  route: "POST /v1/claims/{id}/swap-on-receipt",
  permission: "system.work",
  summary: "Takes the plan's way for a device that came by the quick service. Our own jobs only.",
  params: IdParams,
  reply: shape({ state: Type.String() }),
  run: async (tx, { id }, at) => {
    const claim = await lockClaim(tx, id);
    const days = await waitingDaysOf(tx, claim);
    const decision = decideSwapOnReceipt({ claim, at, days });
    if (decision.refused !== undefined) {
      return decision;
    }
    const moved = await saveSwap(tx, claim, decision.accepted);
    return moved === undefined ? refuse("claim_not_at_this_step") : accepted({ state: moved.state });
  },
});

async function saveSwap(tx: Tx, claim: ClaimRow, { fee, payBy }: SwapOnReceipt): Promise<Claim | undefined> {
  const { deviceId, no } = claim;
  const charge =
    payBy === undefined
      ? undefined
      : await createCharge(tx, deviceId, {
          ...{ purpose: "claim_fee", subjectNo: no, amount: fee, dueAt: payBy },
          lines: [await feeLine(tx, claim, fee)],
        });
  const moved = await moveClaim(tx, claim, ["received"], payBy === undefined ? "paid" : "chosen", {
    ...{ route: "plan", feeMinor: fee.amount },
    ...(charge === undefined ? {} : { chargeNo: charge.no }),
  });
  if (payBy !== undefined) {
    awaitPayment(tx, claim, payBy);
  }
  failPoint(tx.platform, "swap_on_receipt_saved");
  const by = payBy?.toString() ?? null;
  tx.record(deviceId, [
    { type: "RouteChosen", claimNo: no, route: "plan", fee },
    { type: "SwapOnReceiptBegun", claimNo: no, fee, payBy: by },
  ]);
  return moved;
}
