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
  const rows = await Promise.all(
    tables.map(async ({ name, key }) => {
      const found = await ownerQuery<{ row: string }>(
        database,
        `select md5(t::text) as row from ${name} as t where ${key} = any($1)`,
        [rootIds],
      );
      return found.map(({ row }) => `${name} ${row}`);
    }),
  );
  return rows.flat().toSorted();
}
