import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, chown, mkdir, rename, rm, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { StartupProblem } from "../startupProblem.ts";
import { syncFolder } from "../writeOnce.ts";
import { type DatabaseUser, runningAs } from "./databaseUser.ts";
import { explainFailure } from "./explainFailure.ts";

const MEGABYTE = 1024 * 1024;

/** A new cluster takes about 60 MB with its first log files; less than this is not worth starting. */
const LEAST_FREE_MEGABYTES = 200;

/** The owner of everything in a cluster we make ourselves. */
export const CLUSTER_OWNER = "evermend";

/** Where a new cluster goes and who owns it. */
export interface InitOptions {
  readonly initdb: string;
  readonly folder: string;
  /** A folder the database user can read, for the moment the password needs. */
  readonly scratch: string;
  readonly password: string;
  readonly user: DatabaseUser | undefined;
}

/** Whether `folder` holds a cluster. */
export async function hasCluster(folder: string): Promise<boolean> {
  return await access(path.join(folder, "PG_VERSION")).then(
    () => true,
    () => false,
  );
}

/** Makes a cluster: UTF-8, locale C, checksums, passwords. It appears under its name whole or not at all. */
export async function initCluster(options: InitOptions): Promise<void> {
  const { folder } = options;
  await checkRoom(path.dirname(folder));
  const unfinished = `${folder}.new`;
  const passwordFile = path.join(options.scratch, "password");
  await rm(unfinished, { recursive: true, force: true });
  try {
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
    if (options.user !== undefined) {
      await chown(unfinished, options.user.uid, options.user.gid);
      await chown(passwordFile, options.user.uid, options.user.gid);
    }
    await runInitdb(options, unfinished, passwordFile);
    await rename(unfinished, folder);
    await syncFolder(path.dirname(folder));
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function runInitdb(options: InitOptions, target: string, passwordFile: string): Promise<void> {
  const flags = [
    `--pgdata=${target}`,
    `--username=${CLUSTER_OWNER}`,
    `--pwfile=${passwordFile}`,
    "--auth-local=scram-sha-256",
    "--auth-host=reject",
    "--encoding=UTF8",
    "--locale=C",
    "--data-checksums",
    "--no-instructions",
  ];
  const child = spawn(options.initdb, flags, {
    ...runningAs(options.user),
    // Ctrl-C in the terminal is for us: a database half made would only be thrown away.
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
  });
  const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
  if (code !== 0) {
    throw explainFailure("initdb", options.folder, complaint.trim().split("\n"));
  }
}

async function checkRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  if (free < LEAST_FREE_MEGABYTES) {
    throw new StartupProblem(
      `There is no room for the database in ${folder}: ${free} MB are free and a new one wants ` +
        `${LEAST_FREE_MEGABYTES} MB; free some space or choose another folder with --data.`,
      { exitCode: 3 },
    );
  }
}
