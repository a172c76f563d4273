import pg from "pg";
import { StartupProblem } from "../startupProblem.ts";

/** Where a database is reached. `host` is the folder of its socket. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

const WRONG_PASSWORD = "28P01";

/** Makes the database at an address when its server does not have it yet. */
export async function ensureDatabase(address: DatabaseAddress): Promise<void> {
  const client = new pg.Client({ ...address, database: "postgres" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const found = await client.query("select 1 from pg_database where datname = $1", [address.database]);
    if (found.rowCount === 0) {
      await client.query(`create database ${client.escapeIdentifier(address.database)}`);
    }
  } catch (error) {
    throw (error as pg.DatabaseError).code === WRONG_PASSWORD ? lostSecrets(error) : error;
  } finally {
    await client.end();
  }
}

/** The keys of the codes stand in that folder too: without them every sold code would be worthless. */
function lostSecrets(cause: unknown): StartupProblem {
  return new StartupProblem(
    "The secrets folder is not the one this database was made with; put the right one back from a backup.",
    { exitCode: 3, cause },
  );
}
