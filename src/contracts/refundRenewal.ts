import { leftOf, requestRefund, salesOfCharge } from "../money/index.ts";
import { type Job, lockRoot, systemCaller, transact } from "../platform/index.ts";

/** A renewal that was paid for and could not be concluded. */
export interface HomelessRenewal {
  readonly deviceId: string;
  readonly chargeNo: number;
  readonly reason: string;
}

/**
 * Gives the money of a renewal back for which there was no place. Runs any number of
 * times, asks once. What cannot be asked for, because its payment is disputed say, is told to a person.
 */
export const refundRenewal: Job<HomelessRenewal> = {
  name: "refund_renewal",
  run: async (platform, { deviceId, chargeNo, reason }) => {
    await transact(platform, systemCaller, async (tx) => {
      await lockRoot(tx, deviceId);
      const sales = await salesOfCharge(tx, deviceId, chargeNo);
      const owed = sales.filter(({ state, contractId }) => state === "unused" && contractId === null);
      if (owed.length > 0) {
        const asked = await requestRefund(tx, deviceId, {
          ...{ chargeNo, kind: "renewal", subject: null, reason, dueAt: null },
          wanted: {
            sales: owed.map((sale) => ({
              ...{ saleNo: sale.no, amountMinor: leftOf(sale), receipt: null, facts: null },
            })),
          },
        });
        if (asked.refused !== undefined) {
          const { code } = asked.refused;
          tx.record(deviceId, [{ type: "RenewalRefundRefused", chargeNo, reason, code }]);
          const about = { rootId: deviceId, chargeNo, code };
          tx.platform.log.error(about, "a renewal without a place is not paid back by itself; see to it");
        }
      }
    });
  },
};
