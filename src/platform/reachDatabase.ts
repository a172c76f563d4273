import { settleDataFolder } from "./cluster/dataFolder.ts";
import type { Config } from "./config.ts";
import type { World } from "./createPlatform.ts";
import { type Database, openDatabase } from "./database.ts";
import { openDisk } from "./disk.ts";
import type { Log } from "./log.ts";
import { openMailer } from "./mail.ts";
import { openMetrics } from "./metrics.ts";
import { APP_ROLE } from "./migrate.ts";
import { type OpenWorld, openWorld } from "./openWorld.ts";
import { runningServer } from "./runningServer.ts";
import { openSecrets } from "./secrets.ts";

/** The database for one command, and how to leave it as it was found. */
export interface ReachedDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

/** All of the world that one command works in, and how to leave it as it was found. */
export interface ReachedWorld {
  readonly world: World;
  close(): Promise<void>;
}

const POOL_SIZE = 2;

/**
 * Reaches the database for a command beside the server: the one that runs, else one brought up for as long as
 * the command takes. Fails with a StartupProblem.
 */
export async function reachDatabase(config: Config, log: Log): Promise<ReachedDatabase> {
  const connection = config.databaseUrl === undefined ? await runningServer(config) : undefined;
  const opened = connection === undefined ? await openWorld(config, log, () => undefined) : undefined;
  const database = openDatabase({
    connection: connection ?? (opened as OpenWorld).world.connection,
    ...{ poolSize: POOL_SIZE, role: APP_ROLE },
  });
  return {
    database,
    close: async () => {
      await database.close();
      await opened?.stop();
    },
  };
}

/** Reaches the world for a command that performs acts, likewise. Fails with a StartupProblem. */
export async function reachWorld(config: Config, log: Log): Promise<ReachedWorld> {
  const connection = config.databaseUrl === undefined ? await runningServer(config) : undefined;
  if (connection === undefined) {
    const { world, stop } = await openWorld(config, log, () => undefined);
    return { world, close: stop };
  }
  const { folder } = await settleDataFolder(config.dataFolder, config.dataFolderChosen);
  const own = Object.freeze({ ...config, dataFolder: folder });
  const mailer = openMailer(own);
  const world: World = {
    ...{ config: own, log, mailer, connection },
    ...{ secrets: await openSecrets(folder), disk: openDisk(own), metrics: openMetrics() },
  };
  return { world, close: async () => mailer.close() };
}
