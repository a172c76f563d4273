import type { Queryable } from "../../platform/index.ts";
import type { Centre } from "./centre.ts";
import { holidaysBetween } from "./centreStore.ts";

/** The holidays of a centre's country between two days, with their names. */
export async function holidaysOf(
  db: Queryable,
  { country }: Pick<Centre, "country">,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<ReadonlyMap<string, string>> {
  const found = await holidaysBetween(db, country, from, to);
  return new Map(found.map(({ on, name }) => [on.toString(), name]));
}
