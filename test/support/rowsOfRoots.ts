import { ownerQuery } from "./ownerQuery.ts";
import type { TestDatabase } from "./testDatabase.ts";

/** Every row of some roots in every table that has any, each as its table and a digest. */
export async function rowsOfRoots(
  database: TestDatabase,
  rootIds: readonly string[],
): Promise<readonly string[]> {
  const tables = await ownerQuery<{ name: string; key: string }>(
    database,
    `select format('%I.%I', table_schema, table_name) as name, column_name as key
       from information_schema.columns
      where column_name in ('device_id', 'root_id', 'order_id')
        and table_schema not in ('pg_catalog', 'information_schema', 'pgboss')
      order by name`,
  );
  // One statement over all of them: a connection for each would be more than a server gives.
  const each = tables.map(
    ({ name, key }) => `select '${name} ' || md5(t::text) as row from ${name} as t where ${key} = any($1)`,
  );
  const found = await ownerQuery<{ row: string }>(database, each.join(" union all "), [rootIds]);
  return found.map(({ row }) => row).toSorted();
}
