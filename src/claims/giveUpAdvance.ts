import { giveUpHold, holdOf } from "../money/index.ts";
import type { Tx } from "../platform/index.ts";
import type { Claim } from "./claim.ts";
import { closeCore } from "./coreStore.ts";

/** An advance exchange does not take place: its hold is released, and no old device is awaited. */
export async function giveUpAdvance(tx: Tx, claim: Claim, reason: string): Promise<void> {
  const { deviceId, no, holdNo } = claim;
  const hold = holdNo === null ? undefined : await holdOf(tx, deviceId, holdNo);
  if (hold !== undefined) {
    await closeCore(tx, deviceId, no, "waived", tx.at);
    await giveUpHold(tx, hold, reason);
  }
}
