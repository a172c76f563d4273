import { randomBytes } from "node:crypto";
import type { BigIntStats } from "node:fs";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { World } from "./mode.ts";

/** What this folder has last seen of its database. It is kept outside of it, and does not go back with it. */
export interface WorldMark {
  readonly world: World;
  readonly seenAt: string;
  /**
   * When the file of the mark came into being, in nanoseconds, as its file system says. A mark that came with
   * a copy of its folder came into being later than it says. Null where the file system does not know.
   */
  readonly bornNs?: string | null;
}

/** A mark as it was read. */
export interface ReadMark extends WorldMark {
  readonly isCopied: boolean;
}

const NAME = "world-seen.json";

/** Reads the mark; undefined where there is none yet, null where it cannot be read. */
export async function readMark(folder: string): Promise<ReadMark | null | undefined> {
  const file = path.join(folder, NAME);
  let text: string;
  let bornNs: string | null;
  try {
    text = await readFile(file, "utf8");
    bornNs = bornOf(await stat(file, { bigint: true }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
  try {
    const mark = JSON.parse(text) as WorldMark;
    const said = mark.bornNs ?? null;
    const isCopied = said !== null && bornNs !== null && said !== bornNs;
    return typeof mark.world.system === "string" ? { ...mark, isCopied } : null;
  } catch {
    return null;
  }
}

/** Writes the mark whole or not at all, in place of the one before. */
export async function writeMark(folder: string, mark: Omit<WorldMark, "bornNs">): Promise<void> {
  const file = path.join(folder, NAME);
  const unfinished = `${file}.${randomBytes(6).toString("hex")}.new`;
  try {
    const written = await open(unfinished, "wx", 0o600);
    try {
      const bornNs = bornOf(await written.stat({ bigint: true }));
      await written.writeFile(`${JSON.stringify({ ...mark, bornNs })}\n`);
      await written.sync();
    } finally {
      await written.close();
    }
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

function bornOf({ birthtimeNs }: BigIntStats): string | null {
  return birthtimeNs === 0n ? null : String(birthtimeNs);
}
