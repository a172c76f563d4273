import { teamOf } from "../../../identity/index.ts";
import { IdParams, PageQuery, page, read, shape, wrongCursor } from "../../../platform/index.ts";
import { resellerInSight } from "../resellerInSight.ts";
import { TeamMemberSchema, teamMemberView } from "./team.ts";

/** GET /v1/resellers/{id}/team: who is in it, by address. */
export const listTeam = read({
  route: "GET /v1/resellers/{id}/team",
  permission: "team.read",
  summary: "Lists a reseller's team by address, all on one page.",
  params: IdParams,
  query: shape(PageQuery),
  reply: page(TeamMemberSchema),
  csv: true,
  async run(db, { id, after }) {
    if (after !== undefined) {
      throw wrongCursor();
    }
    const { resellerId } = await resellerInSight(db, id, db.caller);
    return { data: (await teamOf(db, resellerId)).map(teamMemberView), nextCursor: null };
  },
});
