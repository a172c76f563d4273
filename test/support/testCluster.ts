import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { type Cluster, type DatabaseAddress, startCluster } from "../../src/platform/cluster/startCluster.ts";
import { createLog } from "../../src/platform/log.ts";
import { migrate } from "../../src/platform/migrate.ts";

/** The migrated database that every test's own is copied from. */
export const TEMPLATE = "evermend_template";

/** A PostgreSQL of the tests' own, with fsync on, in a temporary folder. */
export interface TestCluster {
  readonly address: DatabaseAddress;
  readonly cluster: Cluster;
  stop(): Promise<void>;
}

/** Starts it and migrates the template. EVERMEND_TEST_POSTGRES_BIN picks programs other than the packaged. */
export async function startTestCluster(): Promise<TestCluster> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), "evermend-test-"));
  await chmod(dataFolder, 0o755);
  const cluster = await startCluster({
    dataFolder,
    password: crypto.randomUUID(),
    database: TEMPLATE,
    log: createLog({ level: "silent" }),
    // Several files are at work at once, and some of them run a dozen applications.
    settings: { max_connections: "200" },
    binFolder: process.env.EVERMEND_TEST_POSTGRES_BIN,
  });
  const stop = async () => {
    await cluster.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    await migrate(cluster.address);
    return { address: cluster.address, cluster, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Sends one statement to the server's own database, where databases are made and dropped. */
export async function onServer(address: DatabaseAddress, sql: string): Promise<void> {
  const client = new pg.Client({ ...address, database: "postgres" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
