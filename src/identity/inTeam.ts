import type { Caller, TeamRole } from "../platform/index.ts";

/** The part of a caller that says whose team they are in; nothing for who is in none. */
export function inTeam(row: {
  readonly resellerId: string | null;
  readonly teamRole: TeamRole | null;
}): Pick<Caller, "reseller"> {
  const { resellerId, teamRole } = row;
  return resellerId === null || teamRole === null ? {} : { reseller: { id: resellerId, teamRole } };
}
