import { holdOf } from "../../money/index.ts";
import { accepted, act, IdParams, type Tx } from "../../platform/index.ts";
import { type Claim, ClaimShape, toClaim } from "../claim.ts";
import { closeCore } from "../coreStore.ts";
import { CLAIM_CLOSES } from "../deadlines.ts";
import { lockClaim, moveClaim } from "../lockClaim.ts";
import { movePlanAt } from "../planMoves.ts";
import { refuse } from "../refusals.ts";

/**
 * POST /v1/claims/{id}/closure: the unit has arrived. Nobody says so? It closes by itself after fourteen
 * days.
 */
export const closeClaim = act({
  route: "POST /v1/claims/{id}/closure",
  permission: "claim.close",
  summary: "Closes a shipped claim: the unit has arrived.",
  params: IdParams,
  reply: ClaimShape,
  run: async (tx, { id }, at) => {
    const claim = await lockClaim(tx, id);
    if (claim.core === "awaited" && !(await giveUpOldDevice(tx, claim))) {
      return refuse("return_awaited");
    }
    const moved = await moveClaim(tx, claim, ["shipped"], "closed", { closedAt: at });
    await movePlanAt(tx, claim, "closure");
    tx.meet(claim.deviceId, CLAIM_CLOSES, String(claim.no));
    tx.record(claim.deviceId, [{ type: "ClaimClosed", claimNo: claim.no }]);
    return moved === undefined ? refuse("claim_not_at_this_step") : accepted(toClaim(moved));
  },
});

/**
 * An old device that is awaited, while no card stands for it any more, can be given up: by the bench, which
 * has settled that with its owner.
 */
async function giveUpOldDevice(tx: Tx, { deviceId, no, holdNo }: Claim): Promise<boolean> {
  const isOurs = tx.caller.role === "staff" || tx.caller.role === "manager";
  const hold = isOurs && holdNo !== null ? await holdOf(tx, deviceId, holdNo) : undefined;
  return hold?.state === "lapsed" && (await closeCore(tx, deviceId, no, "waived", tx.at)) === 1;
}
