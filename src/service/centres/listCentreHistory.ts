import { Type } from "typebox";
import {
  eventsBefore,
  IdParams,
  Instant,
  outsideType,
  PageQuery,
  page,
  read,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { demandedCentre } from "./showCentre.ts";

const DEFAULT_LIMIT = 50;

const Row = shape({
  seq: Type.Integer(),
  at: Instant,
  /** Who did it. */
  actor: Type.String(),
  type: Type.String(),
  data: Type.Record(Type.String(), Type.Unknown()),
});

/** GET /v1/centres/{id}/history: who added, changed or blocked what at a centre, the newest first. */
export const listCentreHistory = read({
  route: "GET /v1/centres/{id}/history",
  permission: "appointment.calendar",
  summary: "Lists what people changed of a centre and of its benches' blocks, the newest first.",
  params: IdParams,
  query: shape(PageQuery),
  reply: page(Row),
  run: async (db, { id, after, limit = DEFAULT_LIMIT }) => {
    if (after !== undefined && !/^[1-9]\d{0,8}$/.test(after)) {
      throw wrongCursor();
    }
    const { centreId } = await demandedCentre(db, id);
    const before = after === undefined ? null : Number(after);
    const events = await eventsBefore(db, centreId, before, limit + 1);
    const shown = events.slice(0, limit);
    return {
      data: shown.map(({ seq, at, actor, type, body }) => ({
        ...{ seq, actor, type: outsideType(type), at: at.toString() },
        data: { ...body },
      })),
      nextCursor: events.length > limit ? String(shown.at(-1)?.seq ?? "") : null,
    };
  },
});
