import { type Job, systemCaller, transact } from "../platform/index.ts";
import { lockDevice } from "./deviceRecord.ts";
import { dropUnpaidRenewal } from "./endContract.ts";

/** Whose renewal could not be paid. */
export interface FailedRenewal {
  readonly deviceId: string;
  readonly contractNo: number;
}

/**
 * A payment that fails while the plan runs may be tried again. One that fails after its end was the last: the
 * plan cannot be renewed any more, so nothing is owed.
 */
export const dropFailedRenewal: Job<FailedRenewal> = {
  name: "drop_failed_renewal",
  run: async (platform, { deviceId, contractNo }) => {
    await transact(platform, systemCaller, async (tx) => {
      const record = await lockDevice(tx, { deviceId });
      const contract = record?.contracts.find(({ no }) => no === contractNo);
      if (contract?.state === "expired" || contract?.state === "cancelled") {
        await dropUnpaidRenewal(tx, deviceId, contractNo);
      }
    });
  },
};
