import pg from "pg";
import type { DatabaseAddress } from "../../src/platform/cluster/startCluster.ts";
import { describeDistribution } from "./describeDistribution.ts";
import { describeSchema } from "./describeSchema.ts";
import { readFamilies } from "./families.ts";
import { type Catalog, readCatalog } from "./readCatalog.ts";

/** The generated files of db/, by name. */
export type GeneratedFiles = Readonly<Record<"schema.sql" | "distribute.sql", string>>;

/** What the files of db/ must hold for the catalog of a migrated database. */
export function generateFiles(catalog: Catalog): GeneratedFiles {
  return {
    "schema.sql": describeSchema(catalog),
    "distribute.sql": describeDistribution(readFamilies(), catalog),
  };
}

/** Does something with a connection to a database, and closes it. */
export async function withClient<Result>(
  address: DatabaseAddress,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(address);
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The catalog of the database at an address. */
export async function catalogAt(address: DatabaseAddress): Promise<Catalog> {
  return await withClient(address, readCatalog);
}
