import { Type } from "typebox";
import { sightOf } from "../../identity/index.ts";
import { PageQuery, page, publicId, read, readPublicId, shape, wrongCursor } from "../../platform/index.ts";
import { ResellerSchema, resellerStates, resellerView } from "./reseller.ts";
import { pageOfResellers, resellerOf } from "./resellerStore.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/resellers: all for the office, by name; a reseller sees itself. */
export const listResellers = read({
  route: "GET /v1/resellers",
  permission: "reseller.read",
  summary: "Lists resellers by name: all for the office, itself for a reseller.",
  query: shape({
    ...PageQuery,
    state: Type.Optional(Type.Enum([...resellerStates])),
    search: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  reply: page(ResellerSchema),
  csv: true,
  async run(db, { after, limit = DEFAULT_LIMIT, state = null, search }) {
    const { office, reseller } = sightOf(db.caller);
    const afterId = after === undefined ? undefined : readPublicId("rsl", after)?.rootId;
    const last = afterId === undefined ? undefined : await resellerOf(db, afterId);
    if (after !== undefined && last === undefined) {
      throw wrongCursor();
    }
    const only = office ? null : (reseller ?? "");
    const words = search?.trim() === "" ? null : (search?.trim() ?? null);
    const place = [last?.name ?? null, last?.resellerId ?? null];
    const found = await pageOfResellers(db, ...place, state, words, only, limit + 1);
    const resellers = found.slice(0, limit);
    const end = resellers.at(-1);
    return {
      data: resellers.map(resellerView),
      nextCursor: found.length > limit && end !== undefined ? publicId("rsl", end.resellerId) : null,
    };
  },
});
