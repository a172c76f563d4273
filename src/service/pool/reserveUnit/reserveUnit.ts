import { Type } from "typebox";
import { type ClaimRow, lockClaim } from "../../../claims/index.ts";
import { accepted, act, type Decision, IdParams, shape, type Tx } from "../../../platform/index.ts";
import { reservationOf, setAside } from "../caseStore.ts";
import { refuse } from "../refusals.ts";
import { type SpareUnit, UnitSchema, type UnitView, unitView } from "../spareUnit.ts";
import { unitBySerial } from "../unitStore.ts";
import { goesTo, successorsOf, takeFreeUnit } from "../waitingStore.ts";
import { type WhyReserved, whyOfRank, wishesFor } from "../wishesFor.ts";
import { judgeReservation } from "./judgeReservation.ts";

/** A unit with the reason for which it is the one. */
export const ReservedUnit = shape({
  unit: UnitSchema,
  why: Type.Enum(["like", "better_grade", "successor", "scanned"]),
});

/** POST /v1/claims/{id}/reservation: sets a unit of the pool aside; asked again, the same one. */
export const reserveUnit = act({
  route: "POST /v1/claims/{id}/reservation",
  permission: "unit.reserve",
  summary: "Sets a spare unit aside for a case: like kind, or better where there is none.",
  params: IdParams,
  reply: ReservedUnit,
  run: async (tx, { id }) => {
    const claim = await lockClaim(tx, id);
    const decision = judgeReservation({ claim, isDisputed: claim.isDisputed });
    if (decision.refused !== undefined) {
      return decision;
    }
    const { deviceId, no } = claim;
    const kept = await reservationOf(tx, deviceId, no);
    const unit = kept === undefined ? undefined : await unitBySerial(tx, kept.serial);
    return kept === undefined || unit === undefined
      ? await takeFor(tx, claim)
      : accepted({ unit: unitView(unit), why: kept.why as WhyReserved });
  },
});

async function takeFor(
  tx: Tx,
  { deviceId, no, region, device }: ClaimRow,
): Promise<Decision<{ unit: UnitView; why: WhyReserved }>> {
  const successors = await successorsOf(tx, device.model);
  const wishes = wishesFor(
    device.model,
    successors.map(({ successor }) => successor),
  );
  const centre = await goesTo(tx, deviceId, no);
  const taken: (SpareUnit & { readonly rank: number }) | undefined = await takeFreeUnit(
    tx,
    JSON.stringify(wishes),
    ...[region, centre?.centreId ?? null, deviceId, no, tx.at, tx.caller.id],
  );
  if (taken === undefined) {
    return refuse("no_unit_free");
  }
  const why = whyOfRank(taken.rank);
  await setAside(tx, deviceId, no, taken.serial, why, tx.at, tx.caller.id);
  return accepted({ unit: unitView(taken), why });
}
