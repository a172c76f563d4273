import path from "node:path";
import type { Log } from "../log.ts";
import { binariesIn, findBinaries } from "./binaries.ts";
import { clearRemains, waitForOrphans } from "./clearRemains.ts";
import type { DatabaseUser } from "./databaseUser.ts";
import { hasCluster, initCluster } from "./initCluster.ts";
import { launchServer } from "./launchServer.ts";
import { serverSettings } from "./serverSettings.ts";
import { type Supervised, supervise } from "./supervise.ts";

/** Where programs go that the database user cannot run in place. */
const CACHE = "/var/cache/evermend";

/** What a server is brought up from, once its data folder is locked and can be entered. */
export interface ServerParts {
  readonly dataFolder: string;
  readonly socketFolder: string;
  readonly user: DatabaseUser | undefined;
  readonly log: Log;
  readonly password: string;
  readonly binFolder: string | undefined;
  readonly settings: Readonly<Record<string, string>> | undefined;
}

/** Makes the cluster where there is none, clears what an earlier server left, and keeps one running on it. */
export async function bringUpServer(parts: ServerParts): Promise<Supervised> {
  const { dataFolder, socketFolder, user, log, password, binFolder } = parts;
  const folder = path.join(dataFolder, "postgres");
  const caches = [CACHE, path.join(dataFolder, "programs")];
  const { initdb, postgres } =
    binFolder === undefined ? await findBinaries(user, caches) : binariesIn(binFolder);
  if (await hasCluster(folder)) {
    await clearRemains(folder, log);
  } else {
    log.debug({ folder }, "making a new database");
    await initCluster({ initdb, folder, scratch: socketFolder, password, user });
  }
  const settings = { ...serverSettings(socketFolder), ...parts.settings };
  return await supervise(async () => {
    await waitForOrphans(folder, log);
    return await launchServer({ postgres, folder, settings, user, log });
  }, log);
}
