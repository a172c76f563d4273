import pg from "pg";

/** Where a database is reached. `host` is the folder of its socket. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** Makes the database at an address when its server does not have it yet. */
export async function ensureDatabase(address: DatabaseAddress): Promise<void> {
  const client = new pg.Client({ ...address, database: "postgres" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [address.database]);
    if (found.rowCount === 0) {
      await client.query(`create database ${client.escapeIdentifier(address.database)}`);
    }
  } finally {
    await client.end();
  }
}
