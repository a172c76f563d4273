import { Type } from "typebox";
import {
  IdParams,
  notFound,
  PageQuery,
  page,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { attentions, holdStates } from "./hold.ts";
import { holdsByDue } from "./holdListStore.ts";
import { holdOf } from "./holdStore.ts";
import { HoldPage, HoldSchema, holdPage, holdView } from "./holdView.ts";

const PAGE = 50;
const FAR = Temporal.Instant.from("9999-12-31T00:00:00Z");

/** GET /v1/holds: what is held on cards, the one that is due first, first. */
export const listHolds = read({
  route: "GET /v1/holds",
  permission: "hold.read",
  summary: "Lists holds, the one whose device is due first, first",
  query: shape({
    ...PageQuery,
    state: Type.Optional(Type.Enum([...holdStates])),
    /** Due within so many days, or overdue. */
    days: Type.Optional(Type.Integer({ minimum: 0, maximum: 366 })),
    attention: Type.Optional(Type.Enum([...attentions, "any"])),
    currency: Type.Optional(Type.String({ pattern: "^[A-Z]{3}$" })),
  }),
  reply: page(HoldSchema),
  csv: true,
  run: async (db, { limit = PAGE, after, state = null, days, attention = null, currency = null }) => {
    const until = days === undefined ? null : db.at.add({ hours: 24 * days });
    const found = await holdsByDue(
      db,
      ...[state, until, attention, currency],
      ...readCursor(after),
      limit + 1,
    );
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const isMore = found.length > limit && last !== undefined;
    return {
      data: shown.map((hold) => holdView(hold, db.at)),
      nextCursor: isMore ? `${(last.dueAt ?? FAR).epochMilliseconds}-${last.rootId}-${last.no}` : null,
    };
  },
});

/** GET /v1/holds/{id}: one hold with the chain of its authorisations. */
export const showHold = read({
  route: "GET /v1/holds/{id}",
  permission: "hold.read",
  summary: "One hold with every authorisation that covered it",
  params: IdParams,
  reply: HoldPage,
  run: async (db, { id }) => {
    const key = readPublicId("hld", id);
    const hold = key?.no === undefined ? undefined : await holdOf(db, key.rootId, key.no);
    if (hold === undefined) {
      throw notFound("hold");
    }
    return holdPage(hold, db.at);
  },
});

/** The place after which a page begins: its deadline, root and number; nulls for the first page. */
function readCursor(text: string | undefined): unknown[] {
  if (text === undefined) {
    return [null, null, null];
  }
  const [, due, rootId, no] = /^(\d{1,15})-([0-9a-z]{26})-(\d{1,9})$/.exec(text) ?? [];
  if (due === undefined) {
    throw wrongCursor();
  }
  return [Temporal.Instant.fromEpochMilliseconds(Number(due)), rootId, Number(no)];
}
