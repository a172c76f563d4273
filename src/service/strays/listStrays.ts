import { Type } from "typebox";
import { PageQuery, page, publicId, read, readPublicId, shape, wrongCursor } from "../../platform/index.ts";
import { StraySchema, strayStates, strayView } from "./stray.ts";
import { pageOfStrays } from "./strayStore.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/strays: parcels that no case is about, the newest first. */
export const listStrays = read({
  route: "GET /v1/strays",
  permission: "stray.read",
  summary:
    "Lists parcels that no case is about, the newest first; by state, or by words of what is known of them.",
  query: shape({
    ...PageQuery,
    state: Type.Optional(Type.Enum([...strayStates])),
    search: Type.Optional(Type.String({ maxLength: 60 })),
  }),
  reply: page(StraySchema),
  csv: true,
  run: async (db, { after, limit = DEFAULT_LIMIT, state = null, search }) => {
    const from = after === undefined ? null : readPublicId("str", after)?.rootId;
    if (from === undefined) {
      throw wrongCursor();
    }
    const found = await pageOfStrays(db, from, state, search?.trim().toLowerCase() || null, limit + 1);
    const shown = found.slice(0, limit);
    const end = shown.at(-1);
    return {
      data: shown.map(strayView),
      nextCursor: found.length > limit && end !== undefined ? publicId("str", end.strayId) : null,
    };
  },
});
