import { Type } from "typebox";
import { normaliseSerial } from "../../contracts/index.ts";
import { badField, PageQuery, page, read, readPublicId, shape, wrongCursor } from "../../platform/index.ts";
import { pageOfUnits } from "./moveStore.ts";
import { grades, UnitSchema, unitStates, unitView } from "./spareUnit.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/spare-units: the pool, unit by unit. */
export const listUnits = read({
  route: "GET /v1/spare-units",
  permission: "pool.read",
  summary: "Lists spare units by serial: of a state, model, region, grade or place.",
  query: shape({
    ...PageQuery,
    /** One or more states, separated by commas. */
    state: Type.Optional(Type.String({ maxLength: 120 })),
    model: Type.Optional(Type.String({ maxLength: 60 })),
    region: Type.Optional(Type.String({ maxLength: 60 })),
    grade: Type.Optional(Type.Enum([...grades])),
    centre: Type.Optional(Type.String({ maxLength: 80 })),
    shelf: Type.Optional(Type.String({ maxLength: 40 })),
    /** A part of the serial. */
    serial: Type.Optional(Type.String({ maxLength: 40 })),
  }),
  reply: page(UnitSchema),
  csv: true,
  run: async (db, { after, limit = DEFAULT_LIMIT, state, centre, ...asked }) => {
    // A place is a serial as the pool keeps it.
    if (after === "" || (after !== undefined && normaliseSerial(after) !== after)) {
      throw wrongCursor();
    }
    const { model = null, region = null, grade = null, shelf = null } = asked;
    const at = centre === undefined ? null : (readPublicId("cen", centre)?.rootId ?? "");
    const part = asked.serial?.toUpperCase() ?? null;
    const filters = [statesOf(state), model, region, grade, at, part, shelf];
    const found = await pageOfUnits(db, after ?? null, ...filters, limit + 1);
    const shown = found.slice(0, limit);
    return {
      data: shown.map(unitView),
      nextCursor: found.length > limit ? (shown.at(-1)?.serial ?? null) : null,
    };
  },
});

function statesOf(text: string | undefined): readonly string[] | null {
  const wanted = text?.split(",") ?? null;
  const unknown = wanted?.find((name) => !unitStates.some((state) => state === name));
  if (unknown !== undefined) {
    const known = unitStates.join(", ");
    throw badField("/query/state", "not_listed", `There is no state ${unknown}: ${known}.`);
  }
  return wanted;
}
