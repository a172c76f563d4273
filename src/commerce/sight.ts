import { type Caller, notFound, type Role, readPublicId } from "../platform/index.ts";

/** Those who see the whole programme. */
const OFFICE: ReadonlySet<Role> = new Set(["staff", "manager", "integrator", "system"]);

/**
 * Which orders a caller sees, as the parameters of the queries that ask: all, placed by, bought by, this
 * one.
 */
export type Sight = readonly [boolean, string, string, string];

/**
 * What a caller sees: the office all, a reseller what it placed, an owner what the proven address bought or
 * the link opens.
 */
export function sightOf(caller: Caller): Sight {
  return OFFICE.has(caller.role) ? [true, "", "", ""] : ownSightOf(caller);
}

/**
 * What is a caller's own, whatever the role: placed, bought, or opened by a link. Nobody in particular owns
 * nothing.
 */
export function ownSightOf(caller: Caller): Sight {
  const opened = caller.link?.kind === "order" ? readPublicId("ord", caller.link.id)?.rootId : undefined;
  return [false, caller.role === "public" ? "" : caller.id, caller.email ?? "", opened ?? ""];
}

/** The bare id of an order. Errors: Problem 404 for what is none. */
export function orderIdOf(id: string): string {
  const read = readPublicId("ord", id);
  if (read === undefined || read.no !== undefined) {
    throw notFound("order");
  }
  return read.rootId;
}
