import { effect, many, maybeOne, type TeamRole } from "../platform/index.ts";

/** Who a session token belongs to, with the role of the day. */
export interface SessionRow {
  readonly sessionId: string;
  readonly loginId: string;
  readonly email: string;
  readonly role: "reseller" | "staff" | "manager" | null;
  readonly name: string | null;
  /** Of a member of a reseller's team. */
  readonly resellerId: string | null;
  readonly teamRole: TeamRole | null;
  readonly startedAt: Temporal.Instant;
  readonly usedAt: Temporal.Instant;
}

/**
 * A session lasts seven days and ends after two of them without use; a member's lasts twelve hours and ends
 * after two without use. Time is the world's, because a sandbox that leaps a year must not sign everybody
 * out.
 */
const LIVES = `session.expires_at > now()
  and session.updated_at > now() - case when member.role is null then interval '2 days'
                                        else interval '2 hours' end
  and (member.role is null or session.created_at > now() - interval '12 hours')`;

/**
 * The session behind a token whose signature was checked, and what its address may be now. An unproved
 * address has none.
 */
export const selectSession = maybeOne<SessionRow>(
  "select_session",
  `select session.id as "sessionId", login.id as "loginId", login.email, member.role, member.name,
          member.reseller_id as "resellerId", member.team_role as "teamRole",
          session.created_at as "startedAt", session.updated_at as "usedAt"
     from identity.session
     join identity.login on login.id = session.login_id
     left join identity.member on member.email = login.email and member.active
    where session.token = $1 and ${LIVES} and login.email_verified`,
);

/** Notes that a session is used, unless that was noted within the last minute. */
export const touchSession = effect(
  "touch_session",
  `update identity.session set updated_at = now()
    where id = $1 and updated_at < now() - interval '1 minute'`,
);

/** The sessions of a login that can still be used, the one used last first. */
export const sessionsOfLogin = many<Pick<SessionRow, "sessionId" | "startedAt" | "usedAt">>(
  "sessions_of_login",
  `select session.id as "sessionId", session.created_at as "startedAt", session.updated_at as "usedAt"
     from identity.session
     join identity.login on login.id = session.login_id
     left join identity.member on member.email = login.email and member.active
    where session.login_id = $1 and ${LIVES}
    order by session.updated_at desc, session.id desc
    limit 100`,
);

export const deleteSession = effect("delete_session", "delete from identity.session where token = $1");

/** Ends one session of a login. */
export const deleteSessionOfLogin = effect(
  "delete_session_of_login",
  "delete from identity.session where login_id = $1 and id = $2",
);

/** Ends every session of a login but one. */
export const deleteOtherSessions = effect(
  "delete_other_sessions",
  "delete from identity.session where login_id = $1 and id <> $2",
);

/**
 * Forgets sessions that have ended, some at a time; those another sign-in forgets just now are passed over.
 */
export const forgetEndedSessions = effect(
  "forget_ended_sessions",
  `delete from identity.session where id in (
     select id from identity.session
      where expires_at < now() or updated_at < now() - interval '2 days'
      limit 100 for update skip locked)`,
);
