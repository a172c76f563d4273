import { many, maybeOne, type TeamRole } from "../platform/index.ts";
import type { ApiKeyRow } from "./store.ts";

/** Somebody in a reseller's team. */
export interface TeamMember {
  readonly email: string;
  readonly name: string;
  readonly teamRole: TeamRole;
  readonly createdAt: Temporal.Instant;
}

const MEMBER = `email, name, team_role as "teamRole", created_at as "createdAt"`;

/** Everybody in a reseller's team, by address. */
export const teamOf = many<TeamMember>(
  "team_of_reseller",
  `select ${MEMBER} from identity.member where reseller_id = $1 and active order by email`,
);

/** A page of it, behind an address. */
export const pageOfTeam = many<TeamMember>(
  "page_of_team",
  `select ${MEMBER} from identity.member
    where reseller_id = $1 and active and email > $2
    order by email limit $3`,
);

/** Locks the keepers of a team, so that of two who go at once one stays. */
export const lockKeepers = many<{ readonly email: string }>(
  "lock_team_keepers",
  `select email from identity.member
    where reseller_id = $1 and team_role = 'keeper' and active
    order by email for update`,
);

/**
 * Puts somebody into a team, or changes what they may do there. No row: this address is a member elsewhere.
 */
export const putTeamMember = maybeOne<TeamMember>(
  "put_team_member",
  `insert into identity.member (email, role, name, created_at, reseller_id, team_role)
   values ($1, 'reseller', $2, $3, $4, $5)
   on conflict (email) do update
     set role = 'reseller', name = excluded.name, active = true, reseller_id = excluded.reseller_id,
         team_role = excluded.team_role
   where not member.active or member.reseller_id = excluded.reseller_id
   returning ${MEMBER}`,
);

/** Takes somebody out of a team, at once. No row: they are not in it. */
export const removeTeamMember = maybeOne<TeamMember>(
  "remove_team_member",
  `update identity.member set active = false
    where reseller_id = $1 and email = $2 and active
   returning ${MEMBER}`,
);

const KEY = `key_id as "keyId", role, label, email, created_by as "createdBy", created_at as "createdAt",
  expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt",
  reseller_id as "resellerId", team_role as "teamRole"`;

/** The keys of a reseller, the newest first, after the one with this id. */
export const keysOfTeam = many<ApiKeyRow>(
  "keys_of_team",
  `select ${KEY} from identity.api_key
    where reseller_id = $1 and ($2::text is null or key_id < $2)
    order by key_id desc limit $3`,
);

/** Ends a key of this reseller at once. No row: it has no such key. */
export const revokeKeyOfTeam = maybeOne<ApiKeyRow>(
  "revoke_key_of_team",
  `update identity.api_key set revoked_at = coalesce(revoked_at, $3)
    where reseller_id = $1 and key_id = $2
   returning ${KEY}`,
);
