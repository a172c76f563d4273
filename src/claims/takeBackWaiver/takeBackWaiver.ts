import { accepted, act, IdParams, line, shape } from "../../platform/index.ts";
import { ClaimShape, toClaim } from "../claim.ts";
import { lockClaim, moveClaim } from "../lockClaim.ts";
import { refuse } from "../refusals.ts";
import { keepWaiver } from "../waiverStore.ts";
import { decideTakeBackWaiver } from "./decideTakeBackWaiver.ts";

/** POST /v1/claims/{id}/send-back-waiver/withdrawal: sending back costs again what was waived. */
export const takeBackWaiver = act({
  route: "POST /v1/claims/{id}/send-back-waiver/withdrawal",
  permission: "claim.waive",
  summary: "Takes back that a device goes back for nothing, with a reason: before the owner chooses.",
  params: IdParams,
  body: shape({ reason: line(200) }),
  reply: ClaimShape,
  run: async (tx, { id, reason }) => {
    const claim = await lockClaim(tx, id);
    const decision = decideTakeBackWaiver(claim);
    if (decision.refused !== undefined) {
      return decision;
    }
    const { deviceId, no, state, currency } = claim;
    const fee = { amount: decision.accepted.costsMinor, currency };
    const choices = claim.choices?.map((choice) => (choice.route === "return" ? { ...choice, fee } : choice));
    await keepWaiver(tx, deviceId, no, null);
    const moved = await moveClaim(tx, claim, [state], state, choices === undefined ? {} : { choices });
    tx.record(deviceId, [{ type: "WaiverWithdrawn", claimNo: no, fee, reason }]);
    return moved === undefined
      ? refuse("claim_not_at_this_step")
      : accepted(toClaim(moved, claim.dueAt ?? undefined));
  },
});
