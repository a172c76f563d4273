import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import { Unfetchable } from "./unfetchable.ts";

/** A file in the data folder, and what tells whether it is the one that was read last. */
export interface FileFound {
  readonly tag: string;
  open(): AsyncIterable<Uint8Array>;
}

/**
 * The file of a feed, within `feeds` of the data folder and nowhere else, wherever links lead. Errors:
 * Unfetchable.
 */
export async function openFile(dataFolder: string, source: string): Promise<FileFound> {
  const folder = path.join(dataFolder, "feeds");
  try {
    const home = await realpath(folder);
    const file = await realpath(path.join(home, source));
    const found = await stat(file);
    if (!file.startsWith(home + path.sep) || !found.isFile()) {
      throw new Unfetchable("It is no file in the folder of feeds.");
    }
    return {
      tag: `${found.size}-${Math.trunc(found.mtimeMs)}`,
      open: () => createReadStream(file, { highWaterMark: 1_048_576 }),
    };
  } catch (error) {
    throw error instanceof Unfetchable
      ? error
      : new Unfetchable("There is no such file in the folder feeds of the data folder.");
  }
}
