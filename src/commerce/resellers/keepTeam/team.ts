import { type Static, Type } from "typebox";
import type { TeamMember } from "../../../identity/index.ts";
import { Instant, shape, teamRoles } from "../../../platform/index.ts";

/** Somebody in a reseller's team, as they are shown. */
export const TeamMemberSchema = shape({
  email: Type.String(),
  name: Type.String(),
  teamRole: Type.Enum([...teamRoles]),
  createdAt: Instant,
});

/** Somebody in a team, as they are shown. */
export function teamMemberView(member: TeamMember): Static<typeof TeamMemberSchema> {
  return { ...member, createdAt: member.createdAt.toString() };
}
