import type { ClaimRow } from "../../claims/index.ts";
import { accepted, type Decision, type Tx } from "../../platform/index.ts";
import type { SwapWritten } from "../store.ts";
import { dropReservation, setAside as keepAside } from "./caseStore.ts";
import { judgeGiven } from "./judgeGiven.ts";
import { saveUnits, type UnitChange } from "./saveUnits.ts";
import { serveWaiting } from "./serveWaiting.ts";
import type { SpareUnit } from "./spareUnit.ts";
import { lockedUnit } from "./unitStore.ts";
import { successorsOf } from "./waitingStore.ts";

/**
 * Takes a unit that was scanned out of what others may have, and lets go what was set aside in its place.
 * For a
 * unit that the pool does not know and a case that has none set aside there is nothing to do.
 */
export async function giveUnit(
  tx: Tx,
  claim: Pick<ClaimRow, "deviceId" | "no" | "region" | "device">,
  { serial, swap, reason }: { serial: string; swap: SwapWritten; reason: string | undefined },
): Promise<Decision<true>> {
  const { deviceId, no } = claim;
  const { isPooled, setAside } = swap;
  const unit = isPooled ? await lockedUnit(tx, serial) : undefined;
  const changes: UnitChange[] = [];
  if (unit !== undefined) {
    const models = await modelsFor(tx, claim.device.model);
    const judged = judgeGiven({
      unit,
      ...{ deviceId, claimNo: no, setAside, reason, models },
      region: claim.region,
    });
    if (judged.refused !== undefined) {
      return judged;
    }
    const why = { cause: `swap/clm_${deviceId}_${no}/${swap.no}`, note: reason };
    changes.push({ before: unit, after: judged.accepted, why });
  }
  const other = setAside === null || setAside === serial ? undefined : await lockedUnit(tx, setAside);
  if (other !== undefined) {
    changes.push(freed(other, `freed/clm_${deviceId}_${no}/${other.lastMove}`));
    await dropReservation(tx, deviceId, no, other.serial);
    tx.enqueue(serveWaiting, {});
  }
  await saveUnits(tx, changes);
  if (unit !== undefined && setAside !== serial) {
    await keepAside(tx, deviceId, no, serial, "scanned", tx.at, tx.caller.id);
  }
  return accepted(true);
}

/** The models that will do for a device. */
export async function modelsFor(tx: Tx, model: string): Promise<readonly string[]> {
  const successors = await successorsOf(tx, model);
  return [model, ...successors.map(({ successor }) => successor)];
}

/** A unit that nobody needs any more. */
export function freed(before: SpareUnit, cause: string): UnitChange {
  return {
    before,
    after: { ...before, state: "available", forDevice: null, forClaim: null },
    why: { cause },
  };
}
