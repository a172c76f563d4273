import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { StartupProblem } from "../startupProblem.ts";

const run = promisify(execFile);
const NAME = "postgres";

/** Whom the database runs as. PostgreSQL refuses to run as root, so root lends it another user. */
export interface DatabaseUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The user the database runs as; undefined when it is simply the user we run as. Made when root lacks it. */
export async function findDatabaseUser(): Promise<DatabaseUser | undefined> {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  return (await lookUp()) ?? (await makeUser());
}

async function lookUp(): Promise<DatabaseUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", NAME]), run("id", ["-g", NAME])]);
    return { name: NAME, uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function makeUser(): Promise<DatabaseUser> {
  const useradd = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME];
  const failure = await run("useradd", useradd).then(
    () => undefined,
    (error: Error) => error,
  );
  const user = await lookUp();
  if (user === undefined) {
    throw new StartupProblem(
      `PostgreSQL does not run as root and the user ${NAME} could not be made; ` +
        "start Evermend as an ordinary user, or set EVERMEND_DATABASE_URL to a server of your own.",
      { exitCode: 3, cause: failure },
    );
  }
  return user;
}

/** The options that make a child process run as `user`, away from folders that user cannot enter. */
export function runningAs(user: DatabaseUser | undefined): { uid?: number; gid?: number; cwd: string } {
  return user === undefined ? { cwd: "/" } : { uid: user.uid, gid: user.gid, cwd: "/" };
}

/** Whether `user` can get into `folder`: tried, not computed, so that mounts and ACLs count too. */
export function canEnter(user: DatabaseUser | undefined, folder: string): boolean {
  const tried = spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], runningAs(user));
  return tried.status === 0;
}

/** Whether `user` can run `program`: it is reachable, executable, and its libraries are there. */
export function canRun(user: DatabaseUser | undefined, program: string): boolean {
  return spawnSync(program, ["--version"], runningAs(user)).status === 0;
}
