import type { Deadline, DeadlineKind, Tx } from "../platform/index.ts";
import { lockDeviceById } from "./deviceStore.ts";
import type { TransferState } from "./transfer.ts";
import { endTransfer, openTransferOf } from "./transferStore.ts";

/** The kind of the deadline at which a transfer nobody answered is over. Its key is the transfer's number. */
export const TRANSFER_LAPSES = "transfer_lapses";

/** How long the next holder has to agree. */
export const TRANSFER_LAPSES_AFTER = { hours: 14 * 24 };

export const lapseTransfer: DeadlineKind = { kind: TRANSFER_LAPSES, run: lapse };

async function lapse(tx: Tx, { rootId, key }: Deadline): Promise<void> {
  await lockDeviceById(tx, rootId);
  await closeTransfer(tx, { deviceId: rootId, no: Number(key) }, "lapsed");
}

const EVENTS = {
  agreed: "ContractTransferred",
  declined: "TransferDeclined",
  withdrawn: "TransferWithdrawn",
  lapsed: "TransferLapsed",
} as const satisfies Partial<Record<TransferState, string>>;

/** Ends an open transfer of a locked device, with its event. False: it has ended already. */
export async function closeTransfer(
  tx: Tx,
  { deviceId, no }: { readonly deviceId: string; readonly no: number },
  state: keyof typeof EVENTS,
  told: Readonly<Record<string, unknown>> = {},
): Promise<boolean> {
  const ended = await endTransfer(tx, deviceId, no, state, tx.at);
  if (ended === undefined) {
    return false;
  }
  tx.meet(deviceId, TRANSFER_LAPSES, String(no));
  const { contractNo } = ended;
  tx.record(deviceId, [{ type: EVENTS[state], contractNo, transferNo: no, ...told }]);
  return true;
}

/**
 * Ends the open transfer of a contract of a locked device that runs no more: nobody can agree to it, and both
 * sides are told why.
 */
export async function withdrawTransferOf(
  tx: Tx,
  { deviceId, no: contractNo }: { readonly deviceId: string; readonly no: number },
  reason: "contract_cancelled" | "contract_suspended",
): Promise<void> {
  const open = await openTransferOf(tx, deviceId, contractNo);
  if (open !== undefined) {
    await closeTransfer(tx, { deviceId, no: open.no }, "withdrawn", { by: "office", reason });
  }
}
