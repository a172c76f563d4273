import { readFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { settleDataFolder } from "./cluster/dataFolder.ts";
import { CLUSTER_OWNER } from "./cluster/initCluster.ts";
import type { Config } from "./config.ts";
import { openDatabase } from "./database.ts";
import { isConnectionLost } from "./databaseTrouble.ts";
import { APP_ROLE } from "./migrate.ts";
import { openSecrets } from "./secrets.ts";

/** How to connect to the server of this data folder; undefined when none runs. */
export async function runningServer(config: Config): Promise<pg.PoolConfig | undefined> {
  const { folder } = await settleDataFolder(config.dataFolder, config.dataFolderChosen);
  const socket = await socketOf(path.join(folder, "postgres"));
  if (socket === undefined) {
    return undefined;
  }
  const { databasePassword: password } = await openSecrets(folder);
  const connection = { ...socket, user: CLUSTER_OWNER, password, database: CLUSTER_OWNER };
  const database = openDatabase({ connection, poolSize: 1, role: APP_ROLE });
  try {
    await database.pool.query("select 1");
    return connection;
  } catch (error) {
    if (isConnectionLost(error)) {
      return undefined;
    }
    throw error;
  } finally {
    await database.close();
  }
}

/** Where a server says it listens: the fourth and fifth line of the file it keeps while it runs. */
async function socketOf(cluster: string): Promise<{ host: string; port: number } | undefined> {
  const text = await readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const [, , , port, host] = text.split("\n");
  return host === undefined || host === "" ? undefined : { host, port: Number(port) };
}
