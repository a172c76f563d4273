import { ownSightOf as ownOf, type Sight as SeenBy, sightOf as seenBy } from "../identity/index.ts";
import { type Caller, notFound, readPublicId } from "../platform/index.ts";

/**
 * Which orders a caller sees, as the parameters of the queries that ask: all, placed by, bought by, this
 * one, placed by anybody of this reseller.
 */
export type Sight = readonly [boolean, string, string, string, string];

/**
 * What a caller sees: the office all, a reseller what its team placed, an owner what the proven address
 * bought or the link opens.
 */
export function sightOf(caller: Caller): Sight {
  return parametersOf(seenBy(caller));
}

/**
 * What is a caller's own, whatever the role: placed, bought, or opened by a link. Nobody in particular owns
 * nothing.
 */
export function ownSightOf(caller: Caller): Sight {
  return parametersOf(ownOf(caller));
}

function parametersOf({ office, placedBy, email, link, reseller }: SeenBy): Sight {
  const opened = link?.kind === "order" ? readPublicId("ord", link.id)?.rootId : undefined;
  const own = [placedBy ?? "", email ?? "", opened ?? "", reseller ?? ""] as const;
  return office ? [true, "", "", "", ""] : [false, ...own];
}

/** The bare id of an order. Errors: Problem 404 for what is none. */
export function orderIdOf(id: string): string {
  const read = readPublicId("ord", id);
  if (read === undefined || read.no !== undefined) {
    throw notFound("order");
  }
  return read.rootId;
}
