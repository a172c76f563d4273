import { readFile } from "node:fs/promises";
import path from "node:path";
import { settleDataFolder } from "./cluster/dataFolder.ts";
import { CLUSTER_OWNER } from "./cluster/initCluster.ts";
import type { Config } from "./config.ts";
import { type Database, openDatabase } from "./database.ts";
import { isConnectionLost } from "./databaseTrouble.ts";
import type { Log } from "./log.ts";
import { openWorld } from "./openWorld.ts";
import { openSecrets } from "./secrets.ts";

/** The database for one command, and how to leave it as it was found. */
export interface ReachedDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

const POOL_SIZE = 2;
const ROLE = "evermend_app";

/**
 * Reaches the database for a command beside the server: the one that runs, else one brought up for as long as
 * the command takes. Fails with a StartupProblem.
 */
export async function reachDatabase(config: Config, log: Log): Promise<ReachedDatabase> {
  const running = config.databaseUrl === undefined ? await runningDatabase(config) : undefined;
  if (running !== undefined) {
    return { database: running, close: () => running.close() };
  }
  const { world, stop } = await openWorld(config, log, () => undefined);
  const database = openDatabase({ connection: world.connection, poolSize: POOL_SIZE, role: ROLE });
  return {
    database,
    close: async () => {
      await database.close();
      await stop();
    },
  };
}

async function runningDatabase(config: Config): Promise<Database | undefined> {
  const { folder } = await settleDataFolder(config.dataFolder, config.dataFolderChosen);
  const socket = await socketOf(path.join(folder, "postgres"));
  if (socket === undefined) {
    return undefined;
  }
  const { databasePassword: password } = await openSecrets(folder);
  const connection = { ...socket, user: CLUSTER_OWNER, password, database: CLUSTER_OWNER };
  const database = openDatabase({ connection, poolSize: POOL_SIZE, role: ROLE });
  try {
    await database.pool.query("select 1");
    return database;
  } catch (error) {
    await database.close();
    if (isConnectionLost(error)) {
      return undefined;
    }
    throw error;
  }
}

/** Where a server says it listens: the fourth and fifth line of the file it keeps while it runs. */
async function socketOf(cluster: string): Promise<{ host: string; port: number } | undefined> {
  const text = await readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const [, , , port, host] = text.split("\n");
  return host === undefined || host === "" ? undefined : { host, port: Number(port) };
}
