import { accepted, act, IdParams } from "../../../platform/index.ts";
import { refuse } from "../../refusals.ts";
import { lockResellerInSight } from "../resellerInSight.ts";
import { moveReseller } from "../resellerStore.ts";
import { ResellerWithAccount, withAccount } from "../showReseller.ts";

/** POST /v1/resellers/{id}/resumption: a suspended reseller may order again. */
export const resumeReseller = act({
  route: "POST /v1/resellers/{id}/resumption",
  permission: "reseller.keep",
  summary: "Ends a reseller's suspension: it may order again.",
  params: IdParams,
  reply: ResellerWithAccount,
  async run(tx, { id }) {
    const { resellerId } = await lockResellerInSight(tx, id);
    const saved = await moveReseller(tx, resellerId, ["suspended"], "active", null);
    if (saved === undefined) {
      return refuse("reseller_not_suspended");
    }
    tx.record(resellerId, [{ type: "ResellerResumed" }]);
    return accepted(await withAccount(tx, tx.platform, saved));
  },
});
