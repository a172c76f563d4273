import { accepted, act, IdParams, line, shape } from "../../../platform/index.ts";
import { refuse } from "../../refusals.ts";
import { lockResellerInSight } from "../resellerInSight.ts";
import { moveReseller } from "../resellerStore.ts";
import { ResellerWithAccount, withAccount } from "../showReseller.ts";

/** POST /v1/resellers/{id}/end: its contract ends today, for good. It sees what it has. */
export const endReseller = act({
  route: "POST /v1/resellers/{id}/end",
  permission: "reseller.keep",
  summary: "Ends a reseller's contract for good; what it bought stays in its sight.",
  params: IdParams,
  body: shape({ reason: line(500) }),
  reply: ResellerWithAccount,
  async run(tx, { id, reason }, at) {
    const { resellerId, beginsOn } = await lockResellerInSight(tx, id);
    const today = at.toZonedDateTimeISO("UTC").toPlainDate();
    const last = Temporal.PlainDate.compare(today, beginsOn) < 0 ? beginsOn : today;
    const saved = await moveReseller(tx, resellerId, ["active", "suspended"], "ended", last);
    if (saved === undefined) {
      return refuse("reseller_contract_ended");
    }
    tx.record(resellerId, [{ type: "ResellerEnded", reason }]);
    return accepted(await withAccount(tx, tx.platform, saved));
  },
});
