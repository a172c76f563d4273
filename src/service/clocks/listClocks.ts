import { Type } from "typebox";
import { PageQuery, page, read, readPublicId, shape, wrongCursor } from "../../platform/index.ts";
import { type Clock, ClockShape, clockStates, toClock } from "./clock.ts";
import { clockByNo, listClockRows } from "./clockStore.ts";
import { promises } from "./spansOf.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/service-clocks: what is promised in cases and how far it is, what is due first at the top. */
export const listClocks = read({
  route: "GET /v1/service-clocks",
  permission: "promise.read",
  summary: "What we promise in cases and how far it is, what is due first at the top.",
  query: shape({
    ...PageQuery,
    state: Type.Optional(Type.Enum([...clockStates])),
    promise: Type.Optional(Type.Enum([...promises])),
    /** Only promises that were broken. */
    broken: Type.Optional(Type.Boolean()),
  }),
  reply: page(ClockShape),
  csv: true,
  run: async (db, { after, limit = DEFAULT_LIMIT, state, promise, broken = false }) => {
    const last = after === undefined ? undefined : await clockAt(db, after);
    const place = [last?.dueAt ?? (last && "infinity") ?? null, last?.deviceId ?? null, orderOf(last)];
    const states = state === undefined ? ["running", "paused"] : [state];
    const rows = await listClockRows(db, states, promise ?? null, broken, ...place, limit + 1);
    const shown = rows.slice(0, limit);
    const end = rows.length > limit ? shown.at(-1) : undefined;
    return { data: shown.map(toClock), nextCursor: end === undefined ? null : cursorOf(end) };
  },
});

const orderOf = (clock: Clock | undefined) => (clock === undefined ? null : clock.claimNo * 1000 + clock.no);
const cursorOf = (clock: Clock) => `${toClock(clock).claimId}~${clock.no}`;

async function clockAt(db: Parameters<typeof clockByNo>[0], after: string): Promise<Clock> {
  const [id = "", no = ""] = after.split("~");
  const claim = readPublicId("clm", id);
  const isOne = claim?.no !== undefined && /^\d{1,4}$/.test(no);
  const found = isOne ? await clockByNo(db, claim.rootId, claim.no, Number(no)) : undefined;
  if (found === undefined) {
    throw wrongCursor();
  }
  return found;
}
