import assert from "node:assert/strict";
import { failPoint, type Job, systemCaller, type Tx, transact, waking } from "../../platform/index.ts";
import type { Contract } from "../contract.ts";
import { lockDevice } from "../deviceRecord.ts";
import { oweRefund, type Renewal, renewalOfCharge } from "../renewalStore.ts";
import { decideConcludeRenewal } from "./decideConcludeRenewal.ts";
import { saveSuccessor } from "./saveSuccessor.ts";
import { termsOfNext } from "./termsOfNext.ts";

/** Which charge was captured, on which root, and what it was for. */
export interface CapturedRenewal {
  readonly deviceId: string;
  readonly chargeNo: number;
  readonly purpose: string;
}

/** Concludes the contract that a captured charge paid for. Runs any number of times, concludes once. */
export const concludeRenewal: Job<CapturedRenewal> = waking(
  {
    name: "conclude_renewal",
    run: async (platform, captured) => {
      if (captured.purpose === "renewal") {
        failPoint(platform, "renewal_before_conclude");
        await transact(platform, systemCaller, async (tx) => {
          await conclude(tx, captured);
          failPoint(platform, "renewal_saved");
        });
        failPoint(platform, "renewal_concluded");
      }
    },
  },
  ({ deviceId }) => deviceId,
);

async function conclude(tx: Tx, { deviceId, chargeNo }: CapturedRenewal): Promise<void> {
  const [record, renewal] = await Promise.all([
    lockDevice(tx, { deviceId }),
    renewalOfCharge(tx, deviceId, chargeNo),
  ]);
  const contract = record?.contracts.find(({ no }) => no === renewal?.contractNo);
  assert(
    record !== undefined && contract !== undefined && renewal !== undefined,
    "a paid renewal is on record",
  );
  const { product } = renewal;
  const terms = await termsOfNext(tx, record, contract, product);
  const decision = decideConcludeRenewal({ at: tx.at, record, contract, product, terms });
  if (decision.accepted !== undefined) {
    await saveSuccessor(tx, { contract, renewal, terms, successor: decision.accepted });
  } else if (decision.refused.code !== "renewed_already") {
    await owe(tx, contract, renewal, decision.refused.code);
  }
}

/** The money of a renewal that cannot be concluded belongs to its owner: said once, for a person to see. */
async function owe(tx: Tx, contract: Contract, { chargeNo }: Renewal, reason: string): Promise<void> {
  const { deviceId, no: contractNo } = contract;
  if ((await oweRefund(tx, deviceId, chargeNo, tx.at)) === undefined) {
    return;
  }
  tx.record(deviceId, [{ type: "RenewalRefundDue", contractNo, chargeNo, reason }]);
  tx.platform.log.error({ deviceId, contractNo, chargeNo, reason }, "a paid renewal must be paid back");
}
