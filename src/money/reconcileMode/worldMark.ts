import { randomBytes } from "node:crypto";
import type { BigIntStats } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
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
  const file = await openIfThere(path.join(folder, NAME));
  if (file === undefined) {
    return undefined;
  }
  const { text, bornNs } = await readWithBirth(file);
  try {
    const mark = JSON.parse(text) as WorldMark;
    const said = mark.bornNs ?? null;
    const isCopied = said !== null && bornNs !== null && said !== bornNs;
    return typeof mark.world.system === "string" ? { ...mark, isCopied } : null;
  } catch {
    return null;
  }
}

async function openIfThere(file: string): Promise<FileHandle | undefined> {
  return await open(file, "r").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") {
      return undefined;
    }
    throw error;
  });
}

/**
 * Both of one file: another process may put its mark in the place of this one meanwhile, and with the birth
 * of that, what was read here would look like a copy.
 */
async function readWithBirth(file: FileHandle): Promise<{ text: string; bornNs: string | null }> {
  try {
    return { bornNs: bornOf(await file.stat({ bigint: true })), text: await file.readFile("utf8") };
  } finally {
    await file.close();
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
