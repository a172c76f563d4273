import type { Tx } from "../platform/index.ts";
import { freeSlot, spendSlot, takeSlot } from "./contractStore.ts";

/** Which slot: of which contract, benefit and place among its fellows. */
export interface SlotRef {
  readonly contractNo: number;
  readonly benefit: string;
  readonly no: number;
}

/** The benefit whose uses are counted when a device is replaced. */
export const REPLACEMENT = "replacement";

/**
 * Reserves a free slot of a contract for a claim, and says so on the device's chain. Undefined: none is
 * left.
 */
export async function reserveSlot(
  tx: Tx,
  deviceId: string,
  { contractNo, benefit, claimNo }: { contractNo: number; benefit: string; claimNo: number },
): Promise<SlotRef | undefined> {
  const taken = await takeSlot(tx, deviceId, contractNo, benefit, claimNo, tx.at);
  if (taken === undefined) {
    return undefined;
  }
  tx.record(deviceId, [{ type: "SlotReserved", contractNo, benefit, slotNo: taken.no, claimNo }]);
  return { contractNo, benefit, no: taken.no };
}

/** Gives back the slot a claim reserved. Undefined: it holds none, or has used it. */
export async function releaseSlot(
  tx: Tx,
  deviceId: string,
  { benefit, claimNo }: { benefit: string; claimNo: number },
): Promise<SlotRef | undefined> {
  const freed = await freeSlot(tx, deviceId, claimNo, benefit);
  return await recorded(tx, deviceId, { type: "SlotReleased", benefit, claimNo }, freed);
}

/**
 * Uses the slot a claim reserved; with the last one the contract is exhausted. Undefined: it has reserved
 * none.
 */
export async function useSlot(
  tx: Tx,
  deviceId: string,
  { benefit, claimNo }: { benefit: string; claimNo: number },
): Promise<SlotRef | undefined> {
  const spent = await spendSlot(tx, deviceId, claimNo, benefit, tx.at);
  const slot = await recorded(tx, deviceId, { type: "SlotUsed", benefit, claimNo }, spent);
  if (spent?.exhausted === true) {
    tx.record(deviceId, [{ type: "ContractExhausted", contractNo: spent.contractNo }]);
  }
  return slot;
}

async function recorded(
  tx: Tx,
  deviceId: string,
  event: { readonly type: string; readonly benefit: string; readonly claimNo: number },
  slot: { readonly contractNo: number; readonly no: number } | undefined,
): Promise<SlotRef | undefined> {
  if (slot === undefined) {
    return undefined;
  }
  tx.record(deviceId, [{ ...event, contractNo: slot.contractNo, slotNo: slot.no }]);
  return { contractNo: slot.contractNo, benefit: event.benefit, no: slot.no };
}
