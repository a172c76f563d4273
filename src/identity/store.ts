import { effect, many, maybeOne, one, type Role, type TeamRole } from "../platform/index.ts";

/** A person as stored; `address` is whatever shape it was given in. */
export interface PersonRow {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly country: string | null;
  readonly address: unknown;
  readonly locale: string;
  /** The business they buy for. */
  readonly company: string | null;
}

/** Writes a person and the entry that finds them by address. */
export const insertPerson = effect(
  "insert_person",
  `with person as (
     insert into identity.person (person_id, name, email, country, address, locale, created_at, company)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     returning email, person_id
   )
   insert into identity.email_index (email, person_id) select email, person_id from person`,
);

/** Writes a person `$2` down anew as `$1`, at another address. Zero: nobody has the id. */
export const insertPersonElsewhere = effect(
  "insert_person_elsewhere",
  `with person as (
     insert into identity.person (person_id, name, email, country, address, locale, created_at, company)
     select $1, name, email, $3, $4, locale, $5, company from identity.person where person_id = $2
     returning email, person_id
   )
   insert into identity.email_index (email, person_id) select email, person_id from person`,
);

/** Writes the person behind a new login, by the name we already know for this address, if any. */
export const insertPersonOfLogin = effect(
  "insert_person_of_login",
  `with person as (
     insert into identity.person (person_id, name, email, created_at)
     select $1, coalesce(
       (select name from identity.member where email = $2),
       (select known.name
          from identity.email_index as found join identity.person as known using (person_id)
         where found.email = $2
         order by known.created_at desc
         limit 1),
       ''), $2, $3
     returning email, person_id
   )
   insert into identity.email_index (email, person_id) select email, person_id from person`,
);

/** The person with this id. */
export const selectPerson = maybeOne<PersonRow>(
  "select_person",
  `select person_id as "personId", name, email, country, address, locale, company
     from identity.person
    where person_id = $1`,
);

/** The persons with these ids. */
export const selectPersons = many<PersonRow>(
  "select_persons",
  `select person_id as "personId", name, email, country, address, locale, company
     from identity.person
    where person_id = any($1)`,
);

/** A key as its owner's list shows it. */
export interface ApiKeyRow {
  readonly keyId: string;
  readonly role: Exclude<Role, "public" | "system">;
  readonly label: string;
  readonly email: string | null;
  readonly createdBy: string;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant | null;
  readonly lastUsedAt: Temporal.Instant | null;
  readonly revokedAt: Temporal.Instant | null;
  /** Of a key of a reseller's team. */
  readonly resellerId: string | null;
  readonly teamRole: TeamRole | null;
}

const KEY_COLUMNS = `key_id as "keyId", role, label, email, created_by as "createdBy",
  created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt",
  revoked_at as "revokedAt", reseller_id as "resellerId", team_role as "teamRole"`;

export const insertKey = one<ApiKeyRow>(
  "insert_api_key",
  `insert into identity.api_key (key_id, digest, role, label, email, created_by, created_at, expires_at,
                                 reseller_id, team_role)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   returning ${KEY_COLUMNS}`,
);

/** The key that may be used at `$2`; a revoked or expired one is none. */
export const selectLiveKey = maybeOne<ApiKeyRow & { readonly digest: Buffer }>(
  "select_live_api_key",
  `select ${KEY_COLUMNS}, digest
     from identity.api_key
    where key_id = $1 and revoked_at is null and (expires_at is null or expires_at > $2)`,
);

/** Notes that a key was used, unless that was noted within the last minute. */
export const touchKey = effect(
  "touch_api_key",
  `update identity.api_key
      set last_used_at = $2
    where key_id = $1
      and (last_used_at is null or last_used_at <= $2::timestamptz - interval '1 minute')`,
);

/** Revokes a key; revoking it again leaves the first time standing. None: there is no such key. */
export const revokeKeyRow = maybeOne<ApiKeyRow>(
  "revoke_api_key",
  `update identity.api_key
      set revoked_at = coalesce(revoked_at, $2)
    where key_id = $1
   returning ${KEY_COLUMNS}`,
);

/** A page of keys, newest first, after the key `$1` (none: from the newest). */
export const selectKeys = many<ApiKeyRow>(
  "select_api_keys",
  `select ${KEY_COLUMNS}
     from identity.api_key
    where $1::text is null or key_id < $1
    order by key_id desc
    limit $2`,
);

/** Adds a member; one who is there already stays as they are. */
export const insertMember = effect(
  "insert_member",
  `insert into identity.member (email, role, name, created_at, reseller_id, team_role)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (email) do nothing`,
);

/** A member as the list shows them. */
export interface MemberRow {
  readonly email: string;
  readonly role: "reseller" | "staff" | "manager";
  readonly name: string;
  readonly createdAt: Temporal.Instant;
  readonly resellerId: string | null;
  readonly teamRole: TeamRole | null;
}

const MEMBER_COLUMNS = `email, role, name, created_at as "createdAt", reseller_id as "resellerId",
  team_role as "teamRole"`;

/** Makes somebody a member with this role and name, whatever they were before. */
export const upsertMember = one<MemberRow>(
  "upsert_member",
  `insert into identity.member (email, role, name, created_at, reseller_id, team_role)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (email) do update set role = excluded.role, name = excluded.name, active = true,
     reseller_id = excluded.reseller_id, team_role = excluded.team_role
   returning ${MEMBER_COLUMNS}`,
);

/** Those who have a role in the console. */
export const selectMembers = many<MemberRow>(
  "select_members",
  `select ${MEMBER_COLUMNS} from identity.member where active order by email`,
);

/** Takes a member's role away; what they did keeps their name. None: nobody has one at this address. */
export const retireMember = maybeOne<MemberRow>(
  "retire_member",
  `update identity.member set active = false where email = $1 and active returning ${MEMBER_COLUMNS}`,
);

/** The managers of today. */
export const selectManagers = many<{ readonly email: string; readonly name: string }>(
  "select_managers",
  "select email, name from identity.member where role = 'manager' and active order by email",
);

/** The persons last written down at these addresses by these names, pairwise; of those that are there. */
export const selectPersonsNamed = many<{ readonly email: string; readonly personId: string }>(
  "select_persons_named",
  `select given.email, last.person_id as "personId"
     from unnest($1::text[], $2::text[]) as given(email, name)
    cross join lateral (
      select known.person_id
        from identity.email_index as found join identity.person as known using (person_id)
       where found.email = given.email and known.name = given.name
       order by known.created_at desc, known.person_id desc
       limit 1) as last`,
);

/** Those of the addresses `$1` whose member was taken out. */
export const selectRetired = many<{ readonly email: string }>(
  "select_retired",
  "select email from identity.member where email = any($1::text[]) and not active",
);

/** A manager who could let others in: any but the one at `$1`, who counts once they have signed in. */
export const selectManager = maybeOne<{ readonly email: string }>(
  "select_manager",
  `select email from identity.member
    where role = 'manager' and active
      and (email <> $1 or exists (select from identity.login where login.email = member.email))
    limit 1`,
);

/** Makes a one-time link, taking the place of any other that signs in the same address. */
export const replaceSignInLink = effect(
  "replace_sign_in_link",
  `with earlier as (delete from identity.sign_in_link where email = $2)
   insert into identity.sign_in_link (digest, email, goes_to, expires_at)
   values ($1, $2, $3, now() + interval '24 hours')`,
);

/** Whether a one-time link can still be used. */
export const selectSignInLink = maybeOne<{ readonly goesTo: string }>(
  "select_sign_in_link",
  `select goes_to as "goesTo" from identity.sign_in_link where digest = $1 and expires_at > now()`,
);

/** Uses a one-time link up. None: it was used, has ended, or never was. */
export const takeSignInLink = maybeOne<{ readonly email: string; readonly goesTo: string }>(
  "take_sign_in_link",
  `delete from identity.sign_in_link
    where digest = $1 and expires_at > now()
   returning email, goes_to as "goesTo"`,
);

/** The ids of the persons behind an address. */
export const selectPersonIds = many<{ personId: string }>(
  "select_person_ids",
  `select person_id as "personId" from identity.email_index where email = $1`,
);

/**
 * In whose hands callers' ids (`$1`) are, each once: the address of a key or a sign-in; of a key that has
 * none, of its maker's; else the first known of those who made it.
 */
export const selectHands = many<{ readonly hand: string }>(
  "select_hands",
  `with recursive maker as (
     select asked, asked as id, 0 as steps from unnest($1::text[]) as asked
     union all
     select maker.asked, key.created_by, maker.steps + 1
       from maker
       join identity.api_key as key on key.key_id = substring(maker.id from '^key:(.+)$')
      where key.email is null and key.created_by ~ '^(key|person):' and maker.steps < 20
   )
   select distinct coalesce(key.email, login.email, maker.id) as hand
     from (select distinct on (asked) asked, id from maker order by asked, steps desc) as maker
     left join identity.api_key as key on key.key_id = substring(maker.id from '^key:(.+)$')
     left join identity.login as login on login.id = substring(maker.id from '^person:(.+)$')`,
);
