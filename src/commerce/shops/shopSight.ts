import { sightOf } from "../../identity/index.ts";
import type { Caller } from "../../platform/index.ts";

/** Whose shops a caller sees, as the parameters of the queries that ask: all, or those of this reseller. */
export function shopSight(caller: Caller): readonly [boolean, string] {
  const { office, reseller } = sightOf(caller);
  return [office, reseller ?? ""];
}
