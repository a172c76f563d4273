import type pg from "pg";
import { startCluster } from "./cluster/startCluster.ts";
import type { Config } from "./config.ts";
import type { Log } from "./log.ts";
import { checkOwnServer } from "./ownServer.ts";
import type { Secrets } from "./secrets.ts";

/** The server the data lives on: brought up by us, or the operator's. */
export interface PostgresServer {
  /** How to reach the database as the owner of its tables. */
  readonly connection: pg.PoolConfig;
  /** Stops a server of ours; leaves the operator's alone. */
  stop(): Promise<void>;
}

/** Checks the operator's server when there is one, else starts ours. Fails with a StartupProblem. */
export async function openPostgres(
  config: Pick<Config, "databaseUrl" | "dataFolder">,
  secrets: Secrets,
  log: Log,
): Promise<PostgresServer> {
  if (config.databaseUrl !== undefined) {
    await checkOwnServer(config.databaseUrl);
    return { connection: { connectionString: config.databaseUrl }, stop: async () => undefined };
  }
  const { address, stop } = await startCluster({
    dataFolder: config.dataFolder,
    password: secrets.databasePassword,
    log,
  });
  return { connection: { ...address }, stop };
}
