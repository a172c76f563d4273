import { pageOfTeam } from "../../../identity/index.ts";
import { IdParams, PageQuery, page, read, shape, wrongCursor } from "../../../platform/index.ts";
import { resellerInSight } from "../resellerInSight.ts";
import { TeamMemberSchema, teamMemberView } from "./team.ts";

const DEFAULT_LIMIT = 100;

/** GET /v1/resellers/{id}/team: who is in it, by address. A cursor is the last one that was shown. */
export const listTeam = read({
  route: "GET /v1/resellers/{id}/team",
  permission: "team.read",
  summary: "Lists a reseller's team by address.",
  params: IdParams,
  query: shape(PageQuery),
  reply: page(TeamMemberSchema),
  csv: true,
  async run(db, { id, after, limit = DEFAULT_LIMIT }) {
    if (after?.includes("@") === false) {
      throw wrongCursor();
    }
    const { resellerId } = await resellerInSight(db, id, db.caller);
    const found = await pageOfTeam(db, resellerId, after ?? "", limit + 1);
    const shown = found.slice(0, limit);
    return {
      data: shown.map(teamMemberView),
      nextCursor: found.length > limit ? (shown.at(-1)?.email ?? null) : null,
    };
  },
});
