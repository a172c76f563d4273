import { isOwner } from "../../identity/index.ts";
import { accepted, act, IdParams } from "../../platform/index.ts";
import { AppealShape, endAppeal, lockAppeal, thaw, timeGivenBack, toAppeal } from "../appeals/index.ts";
import { refuse } from "../refusals.ts";

/**
 * POST /v1/appeals/{id}/withdrawal: the owner takes an appeal back; what was decided stands. The time it took
 * is given back once for each decision, so that nobody has endless time by asking again.
 */
export const withdrawAppeal = act({
  route: "POST /v1/appeals/{id}/withdrawal",
  permission: "claim.appeal",
  summary:
    "Takes an appeal back while it is undecided: the case goes on with its days, given back once a decision.",
  params: IdParams,
  reply: AppealShape,
  run: async (tx, { id }) => {
    const { appeal, claim, others } = await lockAppeal(tx, id);
    const row = ["withdrawn", tx.caller.id, tx.at, null, null, null];
    const ended = await endAppeal(tx, appeal.deviceId, appeal.no, ...row);
    if (ended === undefined) {
      return refuse("appeal_decided");
    }
    await thaw(tx, claim, appeal, timeGivenBack(appeal, others));
    tx.record(claim.deviceId, [{ type: "AppealWithdrawn", claimNo: claim.no, appealNo: appeal.no }]);
    return accepted(toAppeal(ended, isOwner(tx.caller)));
  },
});
