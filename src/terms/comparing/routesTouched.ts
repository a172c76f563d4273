import { compileWays, type Way } from "../compiling/ways.ts";
import type { Route } from "../document.ts";
import type { Facts } from "../facts.ts";
import { yes } from "../truth.ts";
import type { Judge } from "./judge.ts";

const waysOf = new WeakMap<Judge, readonly Way[]>();

/**
 * The routes that are open for a case, taken or not: an exclusion may open or close one below the one that is
 * taken, which nobody would see in the outcome.
 */
export function routesOpenIn(judge: Judge, facts: Facts): ReadonlySet<Route> {
  const ways = waysOf.get(judge) ?? compileWays(judge.context);
  waysOf.set(judge, ways);
  const c = judge.case(facts);
  return new Set(ways.filter((way) => way.isOpen(c) === yes).map(({ route }) => route));
}
