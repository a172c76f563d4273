import { type Job, systemCaller, transact } from "../platform/index.ts";
import { CHARGED_BEFORE } from "./autoRenewal.ts";
import { autoRenewalOf } from "./autoRenewalStore.ts";
import { hasDevice } from "./contract.ts";
import { lockDevice } from "./deviceRecord.ts";
import { lookAtRenewal } from "./remindOfRenewal.ts";
import { stopRenewing } from "./renewByConsent.ts";

/** What became of a card that was to be kept. */
export interface FollowedCard {
  readonly deviceId: string;
  readonly cardNo: number;
  readonly isKept: boolean;
}

/** Whoever agrees less than this before the charge would hear of its price too late. */
const TOLD_BEFORE = { hours: 48 };

/**
 * A consent holds once its card is kept: a price that was offered before is now announced. Where the card is
 * not kept there is nothing to renew by.
 */
export const followCard: Job<FollowedCard> = {
  name: "follow_card",
  run: async (platform, { deviceId, cardNo, isKept }) => {
    await transact(platform, systemCaller, async (tx) => {
      const record = await lockDevice(tx, { deviceId });
      const consent = await autoRenewalOf(tx, deviceId);
      const contract = record?.contracts.find(hasDevice);
      if (consent?.cardNo !== cardNo) {
        return;
      }
      if (!isKept) {
        await stopRenewing(tx, { deviceId, no: contract?.no ?? consent.contractNo }, "card_not_kept");
        return;
      }
      const last = contract?.endsAt.subtract(CHARGED_BEFORE).subtract(TOLD_BEFORE);
      if (contract !== undefined && last !== undefined && Temporal.Instant.compare(tx.at, last) < 0) {
        lookAtRenewal(tx, contract);
      }
    });
  },
};
