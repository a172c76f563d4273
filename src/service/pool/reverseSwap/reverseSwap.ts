import { Type } from "typebox";
import {
  type ClaimRow,
  ClaimShape,
  lockClaim,
  moveClaim,
  refuseClaim,
  toClaim,
} from "../../../claims/index.ts";
import { restoreSerial } from "../../../contracts/index.ts";
import { accepted, act, failPoint, IdParams, line, shape, type Tx } from "../../../platform/index.ts";
import { insertReversal, swapOf } from "../../store.ts";
import { dropReservation } from "../caseStore.ts";
import { refuse } from "../refusals.ts";
import { saveUnits } from "../saveUnits.ts";
import { serveWaiting } from "../serveWaiting.ts";
import type { SpareUnit } from "../spareUnit.ts";
import { lockedUnit } from "../unitStore.ts";
import { goesTo } from "../waitingStore.ts";
import { judgeReversal } from "./judgeReversal.ts";

/** Where the unit goes that was nearly given: back into the pool, or to be looked at. */
const back = ["available", "triage"] as const;

/**
 * POST /v1/claims/{id}/replacement/reversal: the swap is taken back. The device wears the unit before
 * again, the
 * other one is free, and the case is where it was before. What was done to the plan meanwhile stands.
 */
export const reverseSwap = act({
  route: "POST /v1/claims/{id}/replacement/reversal",
  permission: "claim.replace",
  summary: "Takes a swap back that was not shipped: serial, unit and case are as before.",
  params: IdParams,
  body: shape({ reason: line(200), unit: Type.Optional(Type.Enum([...back])) }),
  reply: ClaimShape,
  run: async (tx, { id, reason, unit = "available" }) => {
    const claim = await lockClaim(tx, id);
    const decision = judgeReversal(claim);
    if (decision.refused !== undefined) {
      return decision;
    }
    const { deviceId, no } = claim;
    const swap = await swapOf(tx, deviceId, no);
    if (swap === undefined || !(await restoreSerial(tx, deviceId, swap))) {
      return refuse("swap_not_last");
    }
    const [moved] = await Promise.all([
      moveClaim(tx, claim, ["replaced"], "paid"),
      insertReversal(tx, deviceId, no, swap.no, reason, tx.at, tx.caller.id),
      dropReservation(tx, deviceId, no, swap.newSerial),
    ]);
    await putBack(tx, claim, { serial: swap.newSerial, swapNo: swap.no, to: unit, reason });
    failPoint(tx.platform, "swap_reversed");
    const { oldSerial, newSerial } = swap;
    tx.record(deviceId, [{ type: "SwapReversed", claimNo: no, oldSerial: newSerial, newSerial: oldSerial }]);
    tx.enqueue(serveWaiting, {});
    return moved === undefined ? refuseClaim("claim_not_at_this_step") : accepted(toClaim(moved));
  },
});

/** The unit is ours again; one the pool has not been told of yet is taken in now. */
async function putBack(
  tx: Tx,
  { deviceId, no, region, device }: ClaimRow,
  said: { serial: string; swapNo: number; to: (typeof back)[number]; reason: string },
): Promise<void> {
  const { serial, swapNo, to, reason } = said;
  const why = { cause: `reversed/clm_${deviceId}_${no}/${swapNo}`, note: reason };
  const place = await goesTo(tx, deviceId, no);
  const fresh: SpareUnit = {
    ...{ serial, model: device.model, region, grade: "ungraded", centreId: place?.centreId ?? null },
    ...{ shelf: "", state: to, forDevice: null, forClaim: null, fromDevice: null, fromClaim: null },
    ...{ wasSerial: null, nowSerial: null, wipedAt: null, wipedBy: null, cameAt: tx.at, lastMove: 0 },
  };
  const before = await lockedUnit(tx, serial);
  const after = (unit: SpareUnit): SpareUnit => ({ ...unit, state: to, forDevice: null, forClaim: null });
  const saved = await saveUnits(tx, [{ before, after: before === undefined ? fresh : after(before), why }]);
  if (saved.size > 0) {
    return;
  }
  // It was taken in at this moment, by what follows the swap.
  const taken = await lockedUnit(tx, serial);
  if (taken !== undefined) {
    await saveUnits(tx, [{ before: taken, after: after(taken), why }]);
  }
}
