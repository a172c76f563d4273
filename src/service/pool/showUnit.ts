import { type Static, Type } from "typebox";
import { normaliseSerial } from "../../contracts/index.ts";
import { Instant, notFound, publicId, read, Serial, shape } from "../../platform/index.ts";
import { type KeptMove, movesOfUnits } from "./moveStore.ts";
import { UnitSchema, unitStates, unitView } from "./spareUnit.ts";
import { unitBySerial } from "./unitStore.ts";

const Move = shape({
  serial: Type.String(),
  cause: Type.String(),
  /** What it added to the level of its place: 1, 0 or -1. */
  delta: Type.Integer(),
  state: Type.Enum([...unitStates]),
  grade: Type.String(),
  centre: Type.Optional(Type.String()),
  shelf: Type.String(),
  note: Type.Optional(Type.String()),
  at: Instant,
  actor: Type.String(),
});

/** GET /v1/spare-units/{serial}: a unit and all that became of it, under the serials it had before, too. */
export const showUnit = read({
  route: "GET /v1/spare-units/{serial}",
  permission: "pool.read",
  summary: "One spare unit with its history.",
  params: shape({ serial: Serial }),
  reply: shape({ unit: UnitSchema, moves: Type.Array(Move) }),
  run: async (db, { serial }) => {
    const unit = await unitBySerial(db, normaliseSerial(serial));
    if (unit === undefined) {
      throw notFound("unit");
    }
    const moves = await movesOfUnits(db, unit.serial);
    return { unit: unitView(unit), moves: moves.map(moveView) };
  },
});

function moveView({ serial, cause, delta, state, ...move }: KeptMove): Static<typeof Move> {
  const { grade, centreId, shelf, note, at, actor } = move;
  return {
    ...{ serial, cause, delta, state, grade, shelf, at: at.toString(), actor },
    ...(centreId === null ? {} : { centre: publicId("cen", centreId) }),
    ...(note === null ? {} : { note }),
  };
}
