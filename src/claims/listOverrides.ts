import { Type } from "typebox";
import { cursorAt, readDeviceCursor } from "../contracts/index.ts";
import { badField, IdParams, PageQuery, page, read, readPublicId, shape } from "../platform/index.ts";
import {
  OverrideShape,
  overrideReasons,
  overrideStates,
  pageOfOverrides,
  toOverride,
} from "./overrides/index.ts";

const PAGE = 50;

/** GET /v1/overrides: what staff gave beyond the terms, and what waits for a second person. */
export const listOverrides = read({
  route: "GET /v1/overrides",
  permission: "override.read",
  summary: "Lists overrides, the newest first, by state, reason or claim.",
  query: shape({
    ...PageQuery,
    state: Type.Optional(Type.Enum([...overrideStates])),
    reason: Type.Optional(Type.Enum([...overrideReasons])),
    /** Of one claim. */
    claim: Type.Optional(IdParams.properties.id),
  }),
  reply: page(OverrideShape),
  csv: true,
  run: async (db, { limit = PAGE, after, state = null, reason = null, claim }) => {
    const of = claim === undefined ? undefined : readPublicId("clm", claim);
    if (claim !== undefined && of?.no === undefined) {
      throw badField("/query/claim", "unknown_id", "Send the id of a claim.");
    }
    const from = after === undefined ? undefined : readDeviceCursor(after);
    const place = [from?.at ?? null, from?.deviceId ?? null, from?.no ?? null];
    const rows = await pageOfOverrides(
      db,
      ...[state, reason, of?.rootId ?? null, ...place, of?.no ?? null, limit + 1],
    );
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      data: shown.map(toOverride),
      nextCursor: last === undefined ? null : cursorAt({ ...last, at: last.askedAt }),
    };
  },
});
