import { IdParams, notFound, PageQuery, page, read, shape, wrongCursor } from "../platform/index.ts";
import { MessageShape, messagesOfClaim, toMessage } from "./messages/index.ts";
import { readClaim } from "./readClaim.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/claims/{id}/messages: the thread of a case, the newest first. */
export const listMessages = read({
  route: "GET /v1/claims/{id}/messages",
  permission: "message.read",
  summary: "What owner and bench wrote to each other in a case, the newest first.",
  params: IdParams,
  query: shape(PageQuery),
  reply: page(MessageShape),
  csv: true,
  run: async (db, { id, after, limit = DEFAULT_LIMIT }) => {
    const before = numberOf(after);
    const { claim } = (await readClaim(db, id)) ?? {};
    if (claim === undefined) {
      throw notFound("claim");
    }
    const rows = await messagesOfClaim(db, claim.deviceId, claim.no, before, limit + 1);
    const shown = rows.slice(0, limit);
    return {
      data: shown.map((message) => toMessage(message, db.caller)),
      nextCursor: rows.length > limit ? String(shown.at(-1)?.no) : null,
    };
  },
});

/** The number that a cursor is; null for the first page. Errors: Problem 400. */
export function numberOf(after: string | undefined): number | null {
  if (after !== undefined && !/^[1-9]\d{0,8}$/.test(after)) {
    throw wrongCursor();
  }
  return after === undefined ? null : Number(after);
}
