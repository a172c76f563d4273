import { randomBytes } from "node:crypto";
import { open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { World } from "./mode.ts";

/** What this folder has last seen of its database. It is kept outside of it, and does not go back with it. */
export interface WorldMark {
  readonly world: World;
  readonly seenAt: string;
}

const NAME = "world-seen.json";

/** Reads the mark; undefined where there is none yet, null where it cannot be read. */
export async function readMark(folder: string): Promise<WorldMark | null | undefined> {
  let text: string;
  try {
    text = await readFile(path.join(folder, NAME), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
  try {
    const mark = JSON.parse(text) as WorldMark;
    return typeof mark.world.system === "string" ? mark : null;
  } catch {
    return null;
  }
}

/** Writes the mark whole or not at all, in place of the one before. */
export async function writeMark(folder: string, mark: WorldMark): Promise<void> {
  const file = path.join(folder, NAME);
  const unfinished = `${file}.${randomBytes(6).toString("hex")}.new`;
  try {
    const written = await open(unfinished, "wx", 0o600);
    try {
      await written.writeFile(`${JSON.stringify(mark)}\n`);
      await written.sync();
    } finally {
      await written.close();
    }
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}
