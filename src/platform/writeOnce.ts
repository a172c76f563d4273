import { randomBytes } from "node:crypto";
import { link, open, rm } from "node:fs/promises";
import path from "node:path";

/**
 * Writes a file that appears under its name whole and on disk, or not at all. False when the name was taken:
 * then the file that stands there is left as it is. Only we can read it.
 */
export async function writeOnce(file: string, content: string | Uint8Array): Promise<boolean> {
  const unfinished = `${file}.${randomBytes(6).toString("hex")}.new`;
  try {
    const written = await open(unfinished, "wx", 0o600);
    try {
      await written.writeFile(content);
      await written.sync();
    } finally {
      await written.close();
    }
    const first = await claimName(unfinished, file);
    await syncFolder(path.dirname(file));
    return first;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Makes names that came or went in `folder` outlive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, "r");
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

async function claimName(unfinished: string, file: string): Promise<boolean> {
  try {
    // A hard link, not a rename: a rename would replace what another process has just put there.
    await link(unfinished, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") {
      return false;
    }
    throw error;
  }
}
