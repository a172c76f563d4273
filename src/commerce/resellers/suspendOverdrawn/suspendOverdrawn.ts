import { resellerAccountsOf } from "../../../money/index.ts";
import { type Job, lockRoot, systemCaller, transact } from "../../../platform/index.ts";
import { moveReseller } from "../resellerStore.ts";

/** A reseller whose balance a bank took something of. */
export interface TakenBack {
  readonly resellerId: string;
}

/** Suspends a reseller that owes more than its credit. A person resumes it when that is settled. */
export const suspendOverdrawn: Job<TakenBack> = {
  name: "suspend_overdrawn",
  run: async (platform, { resellerId }) => {
    await transact(platform, systemCaller, async (tx) => {
      await lockRoot(tx, resellerId);
      const accounts = await resellerAccountsOf(tx, [resellerId]);
      const isOverdrawn = accounts.some(({ balanceMinor, creditMinor }) => balanceMinor < -creditMinor);
      if (isOverdrawn && (await moveReseller(tx, resellerId, ["active"], "suspended", null)) !== undefined) {
        tx.record(resellerId, [{ type: "ResellerSuspended", reason: "top_up_taken_back" }]);
      }
    });
  },
};
