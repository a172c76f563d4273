import { realpath } from "node:fs/promises";
import type { Log } from "../log.ts";
import { StartupProblem } from "../startupProblem.ts";
import { bringUpServer } from "./bringUpServer.ts";
import { canEnter, type DatabaseUser, findDatabaseUser } from "./databaseUser.ts";
import { makeDataFolder } from "./dataFolder.ts";
import { type DatabaseAddress, ensureDatabase } from "./ensureDatabase.ts";
import { lockFolder } from "./folderLock.ts";
import { CLUSTER_OWNER } from "./initCluster.ts";
import { makeSocketFolder, SOCKET_PORT, type SocketFolder } from "./socketFolder.ts";
import type { Supervised } from "./supervise.ts";

export type { DatabaseAddress };

/** A PostgreSQL server of our own, kept alive until it is stopped. */
export interface Cluster {
  readonly address: DatabaseAddress;
  /** The postmaster's process id; another one after each death. */
  pid(): number;
  /** Resolves when the server is down and the data folder is free for the next. */
  stop(): Promise<void>;
}

/** What a cluster is made from. */
export interface ClusterOptions {
  readonly dataFolder: string;
  readonly password: string;
  readonly log: Log;
  /** The database to have; made when it is not there. */
  readonly database?: string;
  /** Programs to use instead of the packaged ones, for example Debian's. */
  readonly binFolder?: string | undefined;
  /** Settings that differ from ours, in tests of what happens then. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts PostgreSQL on `<data>/postgres`, making it when it is not there. Fails with a StartupProblem. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  await makeDataFolder(options.dataFolder);
  const dataFolder = await realpath(options.dataFolder);
  const user = await findDatabaseUser();
  refuseUnenterable(dataFolder, user);
  const lock = lockFolder(dataFolder);
  let socket: SocketFolder | undefined;
  let server: Supervised | undefined;
  const stop = async () => {
    await server?.stop();
    await socket?.remove();
    lock.release();
  };
  try {
    socket = await makeSocketFolder(dataFolder, user);
    const { log, password, binFolder, settings } = options;
    server = await bringUpServer({
      dataFolder,
      socketFolder: socket.folder,
      user,
      log,
      password,
      binFolder,
      settings,
    });
    const { database = CLUSTER_OWNER } = options;
    const address = { host: socket.folder, port: SOCKET_PORT, user: CLUSTER_OWNER, password, database };
    await ensureDatabase(address);
    return { address, pid: server.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function refuseUnenterable(dataFolder: string, user: DatabaseUser | undefined): void {
  if (!canEnter(user, dataFolder)) {
    const who = user === undefined ? "This user" : `The database user ${user.name}`;
    throw new StartupProblem(
      `${who} cannot enter the data folder ${dataFolder}; choose one it can enter (for example ` +
        "--data /var/lib/evermend), start Evermend as an ordinary user, or set EVERMEND_DATABASE_URL.",
      { exitCode: 3 },
    );
  }
}
