import type { Queryable } from "../platform/index.ts";
import { demandEmail } from "./email.ts";
import { insertMember } from "./store.ts";

/** Somebody with a role in the console, known by e-mail. */
export interface NewMember {
  readonly email: string;
  readonly role: "reseller" | "staff" | "manager";
  readonly name: string;
}

/** Adds a member; one with this address stays as they are. Errors: Problem 400 for the e-mail. */
export async function createMember(db: Queryable, member: NewMember, at: Temporal.Instant): Promise<void> {
  await insertMember(db, demandEmail(member.email), member.role, member.name, at);
}
