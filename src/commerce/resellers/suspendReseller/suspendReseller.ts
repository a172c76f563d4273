import { accepted, act, IdParams, line, shape } from "../../../platform/index.ts";
import { refuse } from "../../refusals.ts";
import { lockResellerInSight } from "../resellerInSight.ts";
import { moveReseller } from "../resellerStore.ts";
import { ResellerWithAccount, withAccount } from "../showReseller.ts";

/** POST /v1/resellers/{id}/suspension: it buys nothing until it is resumed, and sees all it has. */
export const suspendReseller = act({
  route: "POST /v1/resellers/{id}/suspension",
  permission: "reseller.keep",
  summary: "Suspends a reseller: it orders nothing more, and sees all it has.",
  params: IdParams,
  body: shape({ reason: line(500) }),
  reply: ResellerWithAccount,
  async run(tx, { id, reason }) {
    const { resellerId } = await lockResellerInSight(tx, id);
    const saved = await moveReseller(tx, resellerId, ["active"], "suspended", null);
    if (saved === undefined) {
      return refuse("reseller_not_active");
    }
    tx.record(resellerId, [{ type: "ResellerSuspended", reason }]);
    return accepted(await withAccount(tx, tx.platform, saved));
  },
});
