import type { Caller, Queryable, Role } from "../platform/index.ts";
import { personIdsOf } from "./person.ts";

/** Those who see the whole programme. */
const OFFICE: ReadonlySet<Role> = new Set(["staff", "manager", "integrator", "system"]);

/**
 * Whether a caller is an owner: somebody who asks in their own matters, signed in, by a key of their own or
 * by a link. Everybody else who may ask at all works for the programme, or is nobody in particular.
 */
export function isOwner({ role }: Pick<Caller, "role">): boolean {
  return role === "owner";
}

/** The same with whoever is nobody in particular yet: those for whom the portal is. */
export function isOwnerOrGuest({ role }: Pick<Caller, "role">): boolean {
  return isOwner({ role }) || role === "public";
}

/**
 * What somebody sees of the programme: all of it, or their own. Their own is what persons known by their
 * proved address hold, reported or bought, the one claim or order a link opens, and the orders they placed,
 * with whichever key of their address, or that their reseller's team placed. Whoever has none of these sees
 * nothing.
 */
export interface Sight {
  readonly office: boolean;
  readonly email: string | undefined;
  readonly link: Caller["link"];
  /** The caller's id, as orders keep it; undefined for nobody in particular. */
  readonly placedBy: string | undefined;
  /** The reseller whose team the caller is in: what any of them placed is theirs. */
  readonly reseller: string | undefined;
}

/** What a caller sees. A role that is not of the office sees its own, whatever it may be allowed to do. */
export function sightOf(caller: Caller): Sight {
  return { ...ownSightOf(caller), office: OFFICE.has(caller.role) };
}

/** What is a caller's own, whatever the role. A link adds to what a session sees. */
export function ownSightOf({ role, id, email, link, reseller }: Caller): Sight {
  const placedBy = role === "public" ? undefined : id;
  return { office: false, email, link, placedBy, reseller: reseller?.id };
}

/** The ids of the persons behind the address of a sight; none without one. */
export async function personsInSight(db: Queryable, { email }: Sight): Promise<ReadonlySet<string>> {
  return new Set(email === undefined ? [] : await personIdsOf(db, email));
}
