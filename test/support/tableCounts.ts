import { ownerQuery } from "./ownerQuery.ts";
import type { TestDatabase } from "./testDatabase.ts";

/**
 * How many rows every table holds and which transaction wrote in it last, by `schema.table`. Two counts that
 * are the same mean that nothing was kept in between.
 */
export async function tableCounts(
  database: TestDatabase,
  { except = [] }: { readonly except?: readonly string[] } = {},
): Promise<ReadonlyMap<string, string>> {
  const tables = await ownerQuery<{ name: string; place: string }>(
    database,
    `select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as place
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname not in ('pg_catalog', 'information_schema')
      order by 1`,
  );
  const wanted = tables.filter(({ name }) => !except.includes(name));
  const each = wanted.map(
    ({
      name,
      place,
    }) => `select '${name}' as name, count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) as rows
                            from ${place}`,
  );
  const counted = await ownerQuery<{ name: string; rows: string }>(database, each.join(" union all "));
  return new Map(counted.map(({ name, rows }) => [name, rows]));
}
