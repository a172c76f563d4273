import { type ClaimShape, type LockedCase, takeOldDevice, toClaim } from "../../claims/index.ts";
import { accepted, badField, type Decision, type Money, type Tx } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { insertIntake } from "../store.ts";

/** A parcel with the old device of an advance exchange, or with a part of it. */
export interface OldDeviceTold {
  readonly serial: string;
  readonly parts: readonly string[];
  readonly condition: string;
  readonly weightGrams?: number | undefined;
  /** How many intakes of the case were seen before; another number now is refused. */
  readonly intakes?: number | undefined;
  readonly foreign?: boolean | undefined;
  readonly extraDamage?: Money | undefined;
}

/**
 * Whether a parcel for this claim holds the old device of an advance exchange: its fee is paid and its hold
 * placed.
 */
export function isOldDevice({ holdNo, state }: LockedCase["claim"]): boolean {
  return holdNo !== null && ["paid", "replaced", "shipped", "closed"].includes(state);
}

/**
 * Takes in what came for an advance exchange, whatever it is: another serial, another maker's, not all parts.
 * What follows is said by the terms. A parcel that is scanned twice counts once.
 * Errors: Problem 400 for a damage in another currency than the claim's.
 */
export async function receiveOldDevice(
  tx: Tx,
  locked: LockedCase,
  parcel: OldDeviceTold,
): Promise<Decision<{ claim: ClaimShape; missing: string[] }>> {
  const { claim } = locked;
  const { serial, parts, condition, weightGrams, intakes, foreign = false, extraDamage } = parcel;
  if (parts.length === 0) {
    return refuse("nothing_returned");
  }
  if (extraDamage !== undefined && extraDamage.currency !== claim.currency) {
    throw badField("/extraDamage/currency", "currency", `This claim is reckoned in ${claim.currency}.`);
  }
  const { deviceId, no } = claim;
  const taken = await takeOldDevice(tx, locked, { serial, parts, isForeign: foreign, extraDamage });
  if (taken === undefined) {
    return refuse(claim.core === "received" ? "old_device_here" : "received_meanwhile");
  }
  const told = [serial, parts, condition, tx.at, tx.caller.id, weightGrams ?? null, intakes ?? null];
  if (!taken.isAgain && (await insertIntake(tx, deviceId, no, ...told)) === undefined) {
    return refuse("received_meanwhile");
  }
  const { receipt, missing } = taken;
  const core = receipt.outcome === "release" ? "received" : claim.core;
  return accepted({ claim: toClaim({ ...claim, core }, claim.dueAt ?? undefined), missing: [...missing] });
}
