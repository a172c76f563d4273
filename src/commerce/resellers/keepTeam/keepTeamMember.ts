import { Type } from "typebox";
import { demandEmail, invite, lockKeepers, putTeamMember, teamOf } from "../../../identity/index.ts";
import { accepted, act, Email, IdParams, line, shape, teamRoles } from "../../../platform/index.ts";
import { refuse } from "../../refusals.ts";
import { judgeTeamChange } from "../judgeTeamChange.ts";
import { lockResellerInSight } from "../resellerInSight.ts";
import { TeamMemberSchema, teamMemberView } from "./team.ts";

/**
 * POST /v1/resellers/{id}/team: puts somebody into the team, or changes what they may do there. Who is new is
 * sent a link that signs them in.
 */
export const keepTeamMember = act({
  route: "POST /v1/resellers/{id}/team",
  permission: "team.keep",
  summary:
    "Puts somebody into a reseller's team, or changes what they may do there; mails who is new a link.",
  params: IdParams,
  body: shape({ email: Email, name: line(200), teamRole: Type.Enum([...teamRoles]) }),
  reply: TeamMemberSchema,
  async run(tx, { id, email: typed, name, teamRole }) {
    const reseller = await lockResellerInSight(tx, id);
    const { resellerId } = reseller;
    const email = demandEmail(typed);
    const keepers = (await lockKeepers(tx, resellerId)).map((keeper) => keeper.email);
    const before = await teamOf(tx, resellerId);

    const decision = judgeTeamChange({ keepers, email, teamRole });

    if (decision.refused !== undefined) {
      return decision;
    }
    const member = await putTeamMember(tx, email, name, tx.at, resellerId, teamRole);
    if (member === undefined) {
      return refuse("member_elsewhere");
    }
    if (!before.some((known) => known.email === email)) {
      invite(tx, { email, team: reseller.name });
    }
    tx.record(resellerId, [{ type: "TeamMemberKept", teamRole }]);
    return accepted(teamMemberView(member));
  },
});
