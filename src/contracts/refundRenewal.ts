import { leftOf, requestRefund, salesOfCharge } from "../money/index.ts";
import { type Job, lockRoot, systemCaller, transact } from "../platform/index.ts";

/** A renewal that was paid for and could not be concluded. */
export interface HomelessRenewal {
  readonly deviceId: string;
  readonly chargeNo: number;
  readonly reason: string;
}

/** Gives the money of a renewal back for which there was no place. Runs any number of times, asks once. */
export const refundRenewal: Job<HomelessRenewal> = {
  name: "refund_renewal",
  run: async (platform, { deviceId, chargeNo, reason }) => {
    await transact(platform, systemCaller, async (tx) => {
      await lockRoot(tx, deviceId);
      const sales = await salesOfCharge(tx, deviceId, chargeNo);
      const owed = sales.filter(({ state, contractId }) => state === "unused" && contractId === null);
      if (owed.length > 0) {
        await requestRefund(tx, deviceId, {
          ...{ chargeNo, kind: "renewal", subject: null, reason, dueAt: null },
          wanted: {
            sales: owed.map((sale) => ({
              ...{ saleNo: sale.no, amountMinor: leftOf(sale), receipt: null, facts: null },
            })),
          },
        });
      }
    });
  },
};
