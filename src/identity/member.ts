import type { Caller, Queryable } from "../platform/index.ts";
import { demandEmail } from "./email.ts";
import { insertMember, type MemberRow, retireMember, selectMembers, upsertMember } from "./store.ts";

/** What a member may be. */
export const MEMBER_ROLES = ["reseller", "staff", "manager"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Somebody with a role in the console, known by e-mail. */
export interface NewMember {
  readonly email: string;
  readonly role: MemberRole;
  readonly name: string;
  /** The reseller whose team they are in, and what they may do there; of the role `reseller` only. */
  readonly reseller?: Caller["reseller"];
}

/** A member as they are kept. */
export type Member = MemberRow;

/** Adds a member; one with this address stays as they are. Errors: Problem 400 for the e-mail. */
export async function createMember(db: Queryable, member: NewMember, at: Temporal.Instant): Promise<void> {
  const { role, name, reseller } = member;
  const team = [reseller?.id ?? null, reseller?.teamRole ?? null] as const;
  await insertMember(db, demandEmail(member.email), role, name, at, ...team);
}

/** Adds a member, or gives one who was there this role and name. Errors: Problem 400 for the e-mail. */
export async function putMember(db: Queryable, member: NewMember, at: Temporal.Instant): Promise<Member> {
  const { role, reseller } = member;
  const name = member.name.normalize("NFC").trim();
  const team = [reseller?.id ?? null, reseller?.teamRole ?? null] as const;
  return await upsertMember(db, demandEmail(member.email), role, name, at, ...team);
}

/** Everybody with a role in the console, by address. */
export async function listMembers(db: Queryable): Promise<readonly Member[]> {
  return await selectMembers(db);
}

/** Takes a member's role away, from their next request on. Undefined: nobody has one at this address. */
export async function removeMember(db: Queryable, email: string): Promise<Member | undefined> {
  return await retireMember(db, demandEmail(email));
}
