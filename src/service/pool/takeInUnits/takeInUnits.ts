import { type Static, Type } from "typebox";
import { modelNamed, modelOf } from "../../../catalogue/index.ts";
import { devicesOfSerials, normaliseSerial } from "../../../contracts/index.ts";
import { accepted, act, line, readPublicId, Serial, shape, type Tx } from "../../../platform/index.ts";
import { allCentres } from "../../centres/centreStore.ts";
import { PlaceTold } from "../placeTold.ts";
import { saveUnits } from "../saveUnits.ts";
import { serveWaiting } from "../serveWaiting.ts";
import { grades, type SpareUnit } from "../spareUnit.ts";
import { knownSerials } from "../unitStore.ts";
import { judgeLine, type LineFault } from "./judgeLine.ts";

/** A line of a file, or of the form. */
const UnitTold = shape({
  serial: Serial,
  model: line(60),
  grade: Type.Optional(Type.Enum([...grades])),
  /** A region of the terms, as cases have it. */
  region: line(60),
  ...PlaceTold,
});
type UnitTold = Static<typeof UnitTold>;

/** How many units one request takes in. */
const MOST_LINES = 500;

/**
 * POST /v1/spare-units: units come into the pool. Each line is judged by itself; one that is here already
 * stays
 * as it is, so a file that was cut off is sent again.
 */
export const takeInUnits = act({
  route: "POST /v1/spare-units",
  permission: "pool.keep",
  summary: "Takes units into the pool, line by line; what is there already stays as it is.",
  body: shape({ units: Type.Array(UnitTold, { minItems: 1, maxItems: MOST_LINES }) }),
  reply: shape({
    taken: Type.Integer(),
    known: Type.Integer(),
    refused: Type.Array(
      shape({
        /** Counted from one. */
        line: Type.Integer(),
        serial: Type.String(),
        field: Type.String(),
        code: Type.String(),
        says: Type.String(),
      }),
    ),
  }),
  dryRun: true,
  run: async (tx, { units }, at) => {
    const judged = await judgeAll(tx, units);
    const fresh = judged.flatMap(({ unit, outcome }) => (outcome === "taken" ? [unit] : []));
    const why = { cause: "taken_in" };
    const saved = await saveUnits(
      tx,
      fresh.map((unit) => ({ before: undefined, after: { ...unit, cameAt: at }, why })),
    );
    if (saved.size > 0) {
      tx.enqueue(serveWaiting, {});
    }
    const refused = judged.flatMap(({ outcome, unit }, index) =>
      typeof outcome === "string" ? [] : [{ line: index + 1, serial: unit.serial, ...outcome }],
    );
    // What somebody else took in at the same moment is known, too.
    return accepted({ taken: saved.size, known: units.length - refused.length - saved.size, refused });
  },
});

interface Judged {
  readonly unit: SpareUnit;
  readonly outcome: "taken" | "known" | LineFault;
}

async function judgeAll(tx: Tx, told: readonly UnitTold[]): Promise<readonly Judged[]> {
  const serials = told.map(({ serial }) => normaliseSerial(serial));
  const [worn, known, centres] = await Promise.all([
    devicesOfSerials(tx, serials),
    knownSerials(tx, serials),
    allCentres(tx),
  ]);
  const isWorn = new Set(worn.map(({ serial }) => serial));
  const inPool = new Map(known.map((unit) => [unit.serial, unit]));
  const centreIds = new Set(centres.map(({ centreId }) => centreId));
  return await Promise.all(
    told.map(async (each, index): Promise<Judged> => {
      const serial = serials[index] ?? "";
      const centreId = each.centre === undefined ? null : (readPublicId("cen", each.centre)?.rootId ?? "");
      const outcome = judgeLine({
        ...{ serial, model: await modelNamed(tx, each.model), isWorn: isWorn.has(serial) },
        fits: (await modelOf(tx, serial, each.model)) !== undefined,
        centreIsKnown: centreId === null || centreIds.has(centreId),
        inPool: inPool.get(serial),
        isTwice: serials.indexOf(serial) < index,
      });
      return { unit: freshUnit({ ...each, serial, centreId }, tx.at), outcome };
    }),
  );
}

type Fresh = Omit<UnitTold, "centre"> & { readonly centreId: string | null };

function freshUnit(
  { serial, model, region, grade = "ungraded", shelf = "", centreId }: Fresh,
  cameAt: Temporal.Instant,
): SpareUnit {
  return {
    ...{ serial, model, region, grade, shelf: shelf.trim(), centreId, state: "available", cameAt },
    ...{ forDevice: null, forClaim: null, fromDevice: null, fromClaim: null },
    ...{ wasSerial: null, nowSerial: null, wipedAt: null, wipedBy: null, lastMove: 0 },
  };
}
