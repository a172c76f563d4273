import { Type } from "typebox";
import { PageQuery, page, read, shape } from "../../platform/index.ts";
import { cursorAfter, readCursor } from "../pageCursor.ts";
import { causeNames } from "./causes.ts";
import { partyKinds } from "./comparison.ts";
import { DifferenceSchema, differenceStates, differenceView } from "./difference.ts";
import { pageOfDifferences } from "./differenceStore.ts";

/** GET /v1/differences: what is not the same there and here, the oldest first. */
export const listDifferences = read({
  route: "GET /v1/differences",
  permission: "reconciliation.read",
  summary: "Lists differences between others' reports and our books, the oldest first",
  query: shape({
    ...PageQuery,
    cause: Type.Optional(Type.Enum(causeNames)),
    state: Type.Optional(Type.Enum([...differenceStates])),
    kind: Type.Optional(Type.Enum([...partyKinds, "own"])),
    party: Type.Optional(Type.String({ maxLength: 80 })),
    /** Found at least so many days ago. */
    olderThanDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  }),
  reply: page(DifferenceSchema),
  csv: true,
  async run(db, { limit = 50, after, olderThanDays, ...filter }) {
    const { cause = null, state = null, kind = null, party = null } = filter;
    const [at, differenceId = null] = readCursor(after, /^([0-9a-z]{26})$/);
    const before = olderThanDays === undefined ? null : db.at.subtract({ hours: 24 * olderThanDays });
    const found = [cause, state, kind, party, before, at, differenceId, limit + 1];
    const rows = await pageOfDifferences(db, ...found);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    const nextCursor = isMore ? cursorAfter(last.foundAt, last.differenceId) : null;
    return { data: shown.map(differenceView), nextCursor };
  },
});
