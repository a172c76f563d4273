import type { Tx } from "../../platform/index.ts";
import { noteOutcome } from "../attempts/index.ts";
import type { Charge } from "../charge.ts";
import { chargeMatter } from "../charges/index.ts";
import { paidSoFar } from "../transfers/index.ts";

/**
 * Gives up a transfer that nobody has begun: a payer may pay otherwise, or what is owed may end. One of which
 * a part has come is not given up. The root is locked. True when it was.
 */
export async function giveUpTransfer(
  tx: Tx,
  charge: Pick<Charge, "rootId" | "no" | "attempt">,
): Promise<boolean> {
  const { rootId, no, attempt } = charge;
  if (attempt?.method !== "bank_transfer" || attempt.state !== "pending") {
    return false;
  }
  if ((await paidSoFar(tx, rootId, no)).credits > 0) {
    return false;
  }
  const key = { rootId, about: "charge", no, attemptNo: attempt.no } as const;
  return await noteOutcome(tx, chargeMatter, key, { outcome: "failed", reason: "given_up" });
}
