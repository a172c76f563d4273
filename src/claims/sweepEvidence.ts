import type { FileRoom, Platform } from "../platform/index.ts";
import { keptNames, knownNames } from "./evidence/index.ts";

const ROOMS: readonly FileRoom[] = ["arriving", "original", "shown"];
const A_DAY_MS = 86_400_000;
const AT_ONCE = 1000;

/** What a look at the folder and the rows found. */
export interface Swept {
  /** Files of which no row knows, now removed. */
  readonly removed: number;
  /** Kept pieces whose files are not there: for a person, who has a backup. */
  readonly missing: readonly string[];
}

/**
 * Files without rows are removed, and rows without files told of. Rows come before their files and go after
 * them, so there are none, but a folder or a database can have been put back from another day.
 */
export async function sweepEvidence(platform: Platform): Promise<Swept> {
  const removed = (await Promise.all(ROOMS.map((room) => removeStrangers(platform, room)))).reduce(
    (sum, count) => sum + count,
    0,
  );
  const missing = await missingFiles(platform);
  if (removed > 0) {
    platform.log.warn({ removed }, "files of evidence that nobody knows were removed");
  }
  if (missing.length > 0) {
    platform.log.error(
      { missing: missing.slice(0, 20), count: missing.length },
      "files of evidence are missing",
    );
  }
  return { removed, missing };
}

async function removeStrangers({ files, database }: Platform, room: FileRoom): Promise<number> {
  const names = await files.namesIn(room, A_DAY_MS);
  let removed = 0;
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE);
    const known = new Set((await knownNames(database, some)).map(({ name }) => name));
    for (const name of some.filter((one) => !known.has(one))) {
      await files.remove(name, [room]);
      removed += 1;
    }
  }
  return removed;
}

async function missingFiles({ files, database }: Platform): Promise<readonly string[]> {
  const missing: string[] = [];
  const [originals, copies] = await Promise.all(
    (["original", "shown"] as const).map(async (room) => new Set(await files.namesIn(room, 0))),
  );
  for (let after = ""; ; ) {
    const rows = await keptNames(database, after);
    missing.push(
      ...rows.map(({ name }) => name).filter((name) => !(originals?.has(name) && copies?.has(name))),
    );
    const last = rows.at(-1);
    if (last === undefined) {
      return missing;
    }
    after = last.name;
  }
}
