import { Type } from "typebox";
import { bringsUnit, readClaim } from "../../claims/index.ts";
import { IdParams, Instant, notFound, read, shape } from "../../platform/index.ts";
import { swapsOf } from "../store.ts";
import { reservationOf } from "./caseStore.ts";
import { ReservedUnit } from "./reserveUnit/reserveUnit.ts";
import { UnitSchema, unitView } from "./spareUnit.ts";
import { unitBySerial } from "./unitStore.ts";
import type { WhyReserved } from "./wishesFor.ts";

const Swap = shape({
  oldSerial: Type.String(),
  newSerial: Type.String(),
  at: Instant,
  actor: Type.String(),
  checks: Type.Array(Type.String()),
  reason: Type.Optional(Type.String()),
  /** It was taken back. */
  reversed: Type.Optional(shape({ at: Instant, actor: Type.String(), reason: Type.String() })),
});

/** GET /v1/claims/{id}/replacement: the unit that is set aside, what was given, and what was taken back. */
export const showReplacement = read({
  route: "GET /v1/claims/{id}/replacement",
  permission: "pool.read",
  summary: "What the pool has set aside for a case, and its swaps with those that were taken back.",
  params: IdParams,
  reply: shape({
    /** Whether it is paid, is to be given a unit, and has none set aside. */
    waits: Type.Boolean(),
    reserved: Type.Optional(ReservedUnit),
    swaps: Type.Array(Swap),
    /** The unit that came in, as far as it is ours. */
    oldUnit: Type.Optional(UnitSchema),
  }),
  run: async (db, { id }) => {
    const found = await readClaim(db, id);
    if (found === undefined) {
      throw notFound("claim");
    }
    const { claim } = found;
    const { deviceId, no } = claim;
    const [kept, swaps] = await Promise.all([reservationOf(db, deviceId, no), swapsOf(db, deviceId, no)]);
    const [unit, old] = await Promise.all([
      kept === undefined ? undefined : unitBySerial(db, kept.serial),
      unitBySerial(db, claim.serial),
    ]);
    return {
      waits: claim.state === "paid" && bringsUnit(claim) && kept === undefined,
      ...(kept === undefined || unit === undefined
        ? {}
        : { reserved: { unit: unitView(unit), why: kept.why as WhyReserved } }),
      swaps: swaps.map(({ oldSerial, newSerial, at, actor, checks, reason, ...taken }) => ({
        ...{ oldSerial, newSerial, at: at.toString(), actor, checks: [...checks] },
        ...(reason === null ? {} : { reason }),
        ...(taken.reversedAt === null
          ? {}
          : {
              reversed: {
                at: taken.reversedAt.toString(),
                actor: taken.reversedBy ?? "",
                reason: taken.reversedWhy ?? "",
              },
            }),
      })),
      ...(old === undefined || old.fromClaim !== no ? {} : { oldUnit: unitView(old) }),
    };
  },
});
