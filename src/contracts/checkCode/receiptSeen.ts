import type { Tx } from "../../platform/index.ts";
import type { Receipt } from "../../terms/index.ts";
import { partInSight } from "../demandContract.ts";
import type { DeviceRecord } from "../deviceRecord.ts";
import { publicReceipt } from "../publicReceipt.ts";

/** A receipt as far as the caller may see it: of somebody else's device nothing private. */
export async function receiptSeen(tx: Tx, record: DeviceRecord | undefined, receipt: Receipt) {
  return (await isSomebodyElses(tx, record))
    ? publicReceipt(receipt, tx.at)
    : { ...receipt, at: tx.at.toString() };
}

/** Whether we know the device and the caller is neither of the office nor its holder. */
async function isSomebodyElses(tx: Tx, record: DeviceRecord | undefined): Promise<boolean> {
  if (record === undefined) {
    return false;
  }
  const seen = await partInSight(tx, tx.caller, record);
  return seen?.device.serial !== record.device.serial;
}
