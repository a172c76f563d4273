import { statfs } from "node:fs/promises";
import { settleDataFolder } from "./cluster/dataFolder.ts";
import type { Config } from "./config.ts";
import type { World } from "./createPlatform.ts";
import { openDisk } from "./disk.ts";
import type { Log } from "./log.ts";
import { openMailer } from "./mail.ts";
import { openMetrics } from "./metrics.ts";
import { migrate } from "./migrate.ts";
import { openPostgres, type PostgresServer } from "./postgresServer.ts";
import { openSecrets, type Secrets } from "./secrets.ts";
import { fileProblem, StartupProblem } from "./startupProblem.ts";

/** Below this much a failure is put down to the disk, whatever words it came in. */
const FULL_BYTES = 4 * 1024 * 1024;

/** An open world, and how to close it again: nothing of it runs on afterwards. */
export interface OpenWorld {
  readonly world: World;
  stop(): Promise<void>;
}

/**
 * Opens everything outside: the data folder, its secrets, PostgreSQL, migrated, mail, metrics.
 * `tell` hears of each step that takes a while. Fails with a StartupProblem when an operator can mend it.
 */
export async function openWorld(
  settings: Config,
  log: Log,
  tell: (step: string) => void,
): Promise<OpenWorld> {
  let { dataFolder } = settings;
  let server: PostgresServer | undefined;
  try {
    const settled = await settleDataFolder(dataFolder, settings.dataFolderChosen);
    dataFolder = settled.folder;
    if (settled.notice !== undefined) {
      tell(settled.notice);
    }
    const config = Object.freeze({ ...settings, dataFolder });
    const secrets = await openSecrets(dataFolder);
    tell(
      config.databaseUrl === undefined ? `Starting the database in ${dataFolder}` : "Asking your database",
    );
    server = await openPostgres(config, secrets, log);
    const applied = await migrate(server.connection);
    if (applied.length > 0) {
      tell(`Brought the database up to ${applied.at(-1)}`);
    }
    return furnish(config, log, secrets, server);
  } catch (error) {
    await server?.stop();
    throw fileProblem(error) ?? (await fullDisk(dataFolder, error)) ?? error;
  }
}

function furnish(config: Config, log: Log, secrets: Secrets, server: PostgresServer): OpenWorld {
  const mailer = openMailer(config);
  const { connection } = server;
  return {
    world: { config, log, secrets, mailer, disk: openDisk(config), metrics: openMetrics(), connection },
    stop: async () => {
      mailer.close();
      await server.stop();
    },
  };
}

/** A full disk breaks things in many words, some of them a lost connection: look at the disk itself. */
async function fullDisk(folder: string, cause: unknown): Promise<StartupProblem | undefined> {
  const room = cause instanceof StartupProblem ? undefined : await statfs(folder).catch(() => undefined);
  return room === undefined || room.bavail * room.bsize > FULL_BYTES
    ? undefined
    : new StartupProblem(
        `There is no room left in ${folder}; free some space or choose another folder with --data.`,
        { exitCode: 3, cause },
      );
}
