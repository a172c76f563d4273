import type { DeadlineKind } from "../../platform/index.ts";
import { claimByNo } from "../store.ts";
import { endOfDays } from "../waitingDays.ts";

/** By when an appeal is decided. The key is the claim's number, as of all that stands over a case. */
export const APPEAL_DUE = "appeal_due";

/** Civil days to decide an appeal, and then until it is raised again. No source prints any. */
const DAYS = 14;
const AGAIN = 3;

export function dueOf(at: Temporal.Instant, zone: string): Temporal.Instant {
  return endOfDays(at, DAYS, zone);
}

/** Nothing is decided by silence: an appeal that is late is raised to a person, again and again. */
export const appealDue: DeadlineKind = {
  kind: APPEAL_DUE,
  run: async (tx, { rootId, key }) => {
    const claim = await claimByNo(tx, rootId, Number(key));
    if (claim?.appeal !== "asked") {
      return;
    }
    tx.schedule(rootId, APPEAL_DUE, key, endOfDays(tx.at, AGAIN, claim.zone));
    tx.record(rootId, [{ type: "AppealOverdue", ofClaim: claim.no }]);
  },
};
