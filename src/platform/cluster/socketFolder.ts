import { chown, mkdir, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { StartupProblem } from "../startupProblem.ts";
import { canEnter, type DatabaseUser } from "./databaseUser.ts";

/** The port is only a part of the socket's name: nothing listens on the network. */
export const SOCKET_PORT = 5432;

/** sun_path holds 108 bytes with its closing zero on Linux, 104 on macOS and the BSDs. */
const LONGEST_PATH_BYTES = process.platform === "linux" ? 107 : 103;

/** A private folder for the server's socket, and how to be rid of it. */
export interface SocketFolder {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Whether a socket in `folder` has a name the operating system can hold. */
export function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(path.join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_PATH_BYTES;
}

/** `<data>/run` when its path is short enough, else a fresh private folder among the temporary ones. */
export async function makeSocketFolder(
  dataFolder: string,
  user: DatabaseUser | undefined,
): Promise<SocketFolder> {
  const beside = path.join(dataFolder, "run");
  if (fitsSocket(beside)) {
    await mkdir(beside, { recursive: true, mode: 0o700 });
    await own(beside, user);
    return { folder: beside, remove: async () => undefined };
  }
  const roots = [process.env.XDG_RUNTIME_DIR, os.tmpdir(), "/tmp"].filter((root) => root !== undefined);
  for (const root of roots) {
    const folder = await mkdtemp(path.join(root, "evermend-")).catch(() => undefined);
    if (folder === undefined) {
      continue;
    }
    await own(folder, user);
    const remove = () => rm(folder, { recursive: true, force: true });
    if (fitsSocket(folder) && canEnter(user, folder)) {
      return { folder, remove };
    }
    await remove();
  }
  throw new StartupProblem(
    `The path of ${dataFolder} is too long for a socket and no temporary folder will do; ` +
      "choose a shorter folder with --data, or point TMPDIR at one.",
    { exitCode: 3 },
  );
}

async function own(folder: string, user: DatabaseUser | undefined): Promise<void> {
  if (user !== undefined) {
    await chown(folder, user.uid, user.gid);
  }
}
