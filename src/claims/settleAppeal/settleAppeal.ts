import assert from "node:assert/strict";
import { Type } from "typebox";
import { isSameHand } from "../../identity/index.ts";
import {
  accepted,
  act,
  badField,
  type Decision,
  IdParams,
  Money,
  shape,
  type Tx,
} from "../../platform/index.ts";
import {
  type Appeal,
  AppealShape,
  decidersOfClaim,
  endAppeal,
  grantByAppeal,
  lockAppeal,
  rightOutcomes,
  SaidText,
  thaw,
  toAppeal,
} from "../appeals/index.ts";
import { moveClaim } from "../lockClaim.ts";
import { overrideGifts } from "../overrides/index.ts";
import { refuse } from "../refusals.ts";
import type { ClaimRow } from "../store.ts";
import { decideSettleAppeal, type Reviewed } from "./decideSettleAppeal.ts";

/**
 * POST /v1/appeals/{id}/decision: somebody who had no part in the case decides what its owner contests.
 * Upheld, it is looked at again, or something is granted at once.
 */
export const settleAppeal = act({
  route: "POST /v1/appeals/{id}/decision",
  permission: "appeal.decide",
  summary: "Upholds or dismisses an appeal: by somebody who decided nothing of the case before.",
  params: IdParams,
  body: shape({
    decision: Type.Enum(["uphold", "dismiss"]),
    /** What its owner reads of it. */
    says: SaidText,
    /** Upheld: which way the terms should have opened, for the example. */
    shouldBe: Type.Optional(Type.Enum([...rightOutcomes])),
    /** Upheld: what the owner gets at once. Left out, the case gets another look. */
    grants: Type.Optional(shape({ gives: Type.Enum([...overrideGifts]), fee: Money, cost: Money })),
  }),
  reply: AppealShape,
  run: async (tx, { id, decision, says, shouldBe, grants }) => {
    if ((decision === "uphold") !== (shouldBe !== undefined)) {
      const told = "Say which way the terms should have opened when you uphold it, and only then.";
      throw badField("/shouldBe", "should_be", told);
    }
    const { appeal, claim } = await lockAppeal(tx, id);
    const deciders = (await decidersOfClaim(tx, claim.deviceId, claim.no)).map(({ actor }) => actor);
    const hands = await Promise.all(
      [...deciders, appeal.askedBy].map(async (actor) => await isSameHand(tx, actor, tx.caller.id)),
    );
    const told = { decision, grants: decision === "uphold" && grants !== undefined };
    const allowed = decideSettleAppeal({ appeal, claim, ...told, isInvolved: hands.includes(true) });
    if (allowed.refused !== undefined) {
      return allowed;
    }
    const { state } = allowed.accepted;
    const row = [state, tx.caller.id, tx.at, says.trim(), shouldBe ?? null, deciders];
    const ended = await endAppeal(tx, appeal.deviceId, appeal.no, ...row);
    assert(ended !== undefined, "under the lock of its device an appeal is decided once");
    const followed = told.grants && grants ? await grantByAppeal(tx, claim, ended, grants) : undefined;
    if (followed?.refused !== undefined) {
      return followed;
    }
    return await saveReview(tx, claim, ended, allowed.accepted);
  },
});

/** Where the case goes on from, with all the days of the terms. */
async function saveReview(
  tx: Tx,
  claim: ClaimRow,
  appeal: Appeal,
  { state, goesTo }: Reviewed,
): Promise<Decision<AppealShape>> {
  const { deviceId, no } = claim;
  if (goesTo !== undefined) {
    const moved = await moveClaim(tx, claim, ["reported", "inspected"], goesTo);
    if (moved === undefined) {
      return refuse("claim_not_at_this_step");
    }
  }
  await thaw(tx, { ...claim, state: goesTo ?? claim.state }, appeal, "anew");
  const type = state === "upheld" ? "AppealUpheld" : "AppealDismissed";
  tx.record(deviceId, [{ type, claimNo: no, appealNo: appeal.no, looksAgain: goesTo !== undefined }]);
  return accepted(toAppeal(appeal, false));
}
