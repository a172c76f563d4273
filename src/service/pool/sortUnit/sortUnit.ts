import { Type } from "typebox";
import { modelOf } from "../../../catalogue/index.ts";
import { devicesOfSerials, normaliseSerial } from "../../../contracts/index.ts";
import { accepted, act, line, notFound, Serial, shape, type Tx } from "../../../platform/index.ts";
import { caseState } from "../caseStore.ts";
import { demandPlace, PlaceTold } from "../placeTold.ts";
import { refuse } from "../refusals.ts";
import { saveUnits, type UnitChange } from "../saveUnits.ts";
import { serveWaiting } from "../serveWaiting.ts";
import { type Grade, grades, type SpareUnit, UnitSchema, unitView } from "../spareUnit.ts";
import { lockedUnit, unitBySerial } from "../unitStore.ts";
import { judgeSorting, sortedTo } from "./judgeSorting.ts";

/** POST /v1/spare-units/{serial}/sorting: somebody has looked at a unit, and says what becomes of it. */
export const sortUnit = act({
  route: "POST /v1/spare-units/{serial}/sorting",
  permission: "pool.keep",
  summary: "Says what becomes of a unit: looked through, refurbished, back into the pool, parts or scrap.",
  params: shape({ serial: Serial }),
  body: shape({
    to: Type.Enum([...sortedTo]),
    /** Back in the pool: how it is. */
    grade: Type.Optional(Type.Enum([...grades])),
    /** The serial under which it goes on, where its own is retired. */
    newSerial: Type.Optional(Serial),
    /** Nothing of an owner is on it any more. Who says so and when is kept. */
    wiped: Type.Optional(Type.Literal(true)),
    place: Type.Optional(shape(PlaceTold)),
    reason: Type.Optional(line(200)),
  }),
  reply: UnitSchema,
  run: async (tx, { serial, to, grade, newSerial, wiped = false, place, reason }) => {
    const unit = await lockedUnit(tx, normaliseSerial(serial));
    if (unit === undefined) {
      throw notFound("unit");
    }
    const next = newSerial === undefined ? undefined : normaliseSerial(newSerial);
    const known = await knownOf(tx, unit, next);
    const decision = judgeSorting({ unit, to, grade, newSerial: next, isWiped: wiped, ...known });
    if (decision.refused !== undefined) {
      return decision;
    }
    const stands = place === undefined ? {} : await demandPlace(tx, place, "/place");
    const why = { cause: `sorted/${unit.lastMove}`, note: reason };
    const sorted = sortedAs(tx, { ...unit, ...stands }, { to, grade, isWiped: wiped });
    const { goesOnAs } = decision.accepted;
    const changes: UnitChange[] =
      goesOnAs === undefined ? [{ before: unit, after: sorted, why }] : renamed(unit, sorted, goesOnAs, why);
    const saved = await saveUnits(tx, changes);
    if (saved.size < changes.length) {
      return refuse("unit_serial_taken");
    }
    if (to === "available") {
      tx.enqueue(serveWaiting, {});
    }
    return accepted(unitView((changes.at(-1) as UnitChange).after));
  },
});

/** What the books know beside the unit itself. */
async function knownOf(tx: Tx, unit: SpareUnit, next: string | undefined) {
  const worn = await devicesOfSerials(tx, [unit.serial, ...(next === undefined ? [] : [next])]);
  const isWorn = (serial: string) => worn.some((each) => each.serial === serial);
  const from = unit.fromDevice === null ? undefined : await caseState(tx, unit.fromDevice, unit.fromClaim);
  return {
    isRetired: isWorn(unit.serial),
    newIsTaken: next !== undefined && (isWorn(next) || (await unitBySerial(tx, next)) !== undefined),
    newFits: next === undefined || (await modelOf(tx, next, unit.model)) !== undefined,
    caseIsOpen: from !== undefined && from.state !== "shipped" && from.state !== "closed",
  };
}

function sortedAs(
  { at, caller }: Tx,
  unit: SpareUnit,
  said: { to: (typeof sortedTo)[number]; grade: Grade | undefined; isWiped: boolean },
): SpareUnit {
  const wiped = said.isWiped ? { wipedAt: at, wipedBy: caller.id } : {};
  return { ...unit, state: said.to, grade: said.grade ?? unit.grade, ...wiped };
}

/** The unit goes on under another serial; what it was before stays to be asked for. */
function renamed(
  before: SpareUnit,
  sorted: SpareUnit,
  nowSerial: string,
  why: UnitChange["why"],
): UnitChange[] {
  const old: SpareUnit = { ...sorted, state: "renamed", nowSerial };
  const after: SpareUnit = { ...sorted, serial: nowSerial, wasSerial: before.serial, lastMove: 0 };
  return [
    { before, after: old, why },
    { before: undefined, after, why: { ...why, cause: `renamed/${before.serial}` } },
  ];
}
