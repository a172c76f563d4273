import { Type } from "typebox";
import { lockKeepers, removeTeamMember } from "../../../identity/index.ts";
import { accepted, act, notFound, shape } from "../../../platform/index.ts";
import { judgeTeamChange } from "../judgeTeamChange.ts";
import { lockResellerInSight } from "../resellerInSight.ts";
import { TeamMemberSchema, teamMemberView } from "./team.ts";

/** DELETE /v1/resellers/{id}/team/{email}: takes somebody out, from their next request on. */
export const removeFromTeam = act({
  route: "DELETE /v1/resellers/{id}/team/{email}",
  permission: "team.keep",
  summary: "Takes somebody out of a reseller's team at once; the last keeper stays.",
  params: shape({
    id: Type.String({ minLength: 1, maxLength: 80 }),
    email: Type.String({ minLength: 1, maxLength: 254 }),
  }),
  reply: TeamMemberSchema,
  async run(tx, { id, email: typed }) {
    const { resellerId } = await lockResellerInSight(tx, id);
    const email = typed.trim().toLowerCase();
    const keepers = (await lockKeepers(tx, resellerId)).map((keeper) => keeper.email);

    const decision = judgeTeamChange({ keepers, email, teamRole: undefined });

    if (decision.refused !== undefined) {
      return decision;
    }
    const member = await removeTeamMember(tx, resellerId, email);
    if (member === undefined) {
      throw notFound("team member");
    }
    tx.record(resellerId, [{ type: "TeamMemberRemoved" }]);
    return accepted(teamMemberView(member));
  },
});
