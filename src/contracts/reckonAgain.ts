import { type Job, systemCaller, transact } from "../platform/index.ts";
import { lockDevice } from "./deviceRecord.ts";
import { changesOf, devicesRuled, loadWarranty, saveWarranties } from "./warranties/index.ts";

/** A device whose warranty is to be reckoned again, and why. */
export interface ReckonedAgain {
  readonly deviceId: string;
  readonly reason: string;
}

/**
 * Reckons a warranty that has begun by what is known and ruled now. Runs any number of times: what stands
 * already is not written again, and what nobody told of is not begun.
 */
export const reckonAgain: Job<ReckonedAgain> = {
  name: "reckon_warranty",
  run: async (platform, { deviceId, reason }) => {
    await transact(platform, systemCaller, async (tx) => {
      const record = await lockDevice(tx, { deviceId });
      if (record !== undefined) {
        const { kept, facts } = await loadWarranty(tx, record);
        await saveWarranties(tx, record, kept.warranties, changesOf(facts), reason);
      }
    });
  },
};

/** Rules by their keys, a JSON list, and the device after which it goes on. */
export interface FollowedRules {
  readonly keys: string;
  readonly after: string;
}

/** How many records one job reckons; what comes after them is the next job's. */
const AT_ONCE = 200;

/** Reckons the warranties again that rules are for, because whoever set them said so. */
export const followWarrantyRules: Job<FollowedRules> = {
  name: "follow_warranty_rules",
  run: async (platform, { keys, after }) => {
    const found = await devicesRuled(platform.database, keys, after, AT_ONCE);
    for (const { deviceId } of found) {
      await reckonAgain.run(platform, { deviceId, reason: "the rules were changed for what has begun" });
    }
    const last = found.at(-1);
    if (last !== undefined && found.length === AT_ONCE) {
      await transact(platform, systemCaller, async (tx) => {
        tx.enqueue(followWarrantyRules, { keys, after: last.deviceId });
      });
    }
  },
};
