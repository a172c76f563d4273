import { createHash } from "node:crypto";
import { chmod, mkdir, realpath } from "node:fs/promises";
import path from "node:path";
import { canEnter, findDatabaseUser } from "./databaseUser.ts";

const SYSTEM_FOLDER = "/var/lib/evermend";

/** Where data goes, and what to tell the operator when that is not where they would look. */
export interface DataFolder {
  readonly folder: string;
  readonly notice: string | undefined;
}

/**
 * Settles where the data is kept. A folder the operator chose is taken as it is. The default, `./data`, may
 * lie where the database user cannot go (a clone in root's home): then a folder of its own under /var/lib.
 */
export async function settleDataFolder(folder: string, chosen: boolean): Promise<DataFolder> {
  const user = chosen ? undefined : await findDatabaseUser();
  const parent = path.dirname(folder);
  if (user === undefined || canEnter(user, parent)) {
    await makeDataFolder(folder);
    return { folder: await realpath(folder), notice: undefined };
  }
  const mark = createHash("sha256").update(folder).digest("hex").slice(0, 8);
  const elsewhere = path.join(SYSTEM_FOLDER, `${path.basename(parent)}-${mark}`);
  await makeDataFolder(elsewhere);
  const notice = `The database user ${user.name} cannot enter ${parent}: the data is kept in ${elsewhere}.`;
  return { folder: elsewhere, notice };
}

/** Makes the folder so that the database user can pass through it, whatever the umask. */
export async function makeDataFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) {
    return;
  }
  for (let made = path.resolve(folder); made.length >= first.length; made = path.dirname(made)) {
    await chmod(made, 0o755);
  }
}
