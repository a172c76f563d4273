import type { DeadlineKind } from "../../platform/index.ts";
import { reachTier } from "./clockStore.ts";
import { PROMISE_BREACH, PROMISE_ESCALATION, PROMISE_WARNING } from "./followClocks.ts";

/** A tier of a promise: reached once, while its clock runs. */
function tierReached(kind: string, tier: "warn" | "due" | "escalate", type: string): DeadlineKind {
  return {
    kind,
    run: async (tx, { rootId, key }) => {
      const [claimNo = 0, no = 0] = key.split("/").map(Number);
      const clock = await reachTier(tx, rootId, claimNo, no, tier, tx.at);
      if (clock !== undefined) {
        tx.record(rootId, [{ type, claimNo, clockNo: no, promise: clock.promise }]);
      }
    },
  };
}

/** Each tier has a deadline and a job of its own. */
export const clockDeadlines: readonly DeadlineKind[] = [
  tierReached(PROMISE_WARNING, "warn", "PromiseNear"),
  tierReached(PROMISE_BREACH, "due", "PromiseBroken"),
  tierReached(PROMISE_ESCALATION, "escalate", "PromiseEscalated"),
];
