import { IdParams, notFound, PageQuery, page, read, shape } from "../platform/index.ts";
import { numberOf } from "./listMessages.ts";
import { NoteShape, notesOfClaim, toNote } from "./messages/index.ts";
import { readClaim } from "./readClaim.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/claims/{id}/notes: what the bench noted for itself, the newest first. */
export const listNotes = read({
  route: "GET /v1/claims/{id}/notes",
  permission: "note.keep",
  summary: "What the bench noted for itself in a case, the newest first.",
  params: IdParams,
  query: shape(PageQuery),
  reply: page(NoteShape),
  csv: true,
  run: async (db, { id, after, limit = DEFAULT_LIMIT }) => {
    const before = numberOf(after);
    const { claim } = (await readClaim(db, id)) ?? {};
    if (claim === undefined) {
      throw notFound("claim");
    }
    const rows = await notesOfClaim(db, claim.deviceId, claim.no, before, limit + 1);
    const shown = rows.slice(0, limit);
    return {
      data: shown.map(toNote),
      nextCursor: rows.length > limit ? String(shown.at(-1)?.no) : null,
    };
  },
});
