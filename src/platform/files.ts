import { randomBytes } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { writeOnce } from "./writeOnce.ts";

const NAME = /^[0-9a-f]{32}$/;

/** Files people and the platform make: evidence, documents. Kept below `<data>/files` under random names. */
export interface Files {
  /** Keeps a file and answers with its name, once it is on disk. */
  save(content: Uint8Array): Promise<string>;
  /** Undefined when there is no such file. */
  read(name: string): Promise<Buffer | undefined>;
  remove(name: string): Promise<void>;
}

/** Opens the files of a data folder. A name that we did not give never becomes a path. */
export function openFiles(dataFolder: string): Files {
  const root = path.join(dataFolder, "files");
  const placeOf = (name: string) => path.join(root, name.slice(0, 2), name);
  return {
    save: async (content) => {
      const name = randomBytes(16).toString("hex");
      await mkdir(path.dirname(placeOf(name)), { recursive: true, mode: 0o700 });
      await writeOnce(placeOf(name), content);
      return name;
    },
    read: async (name) => {
      if (!NAME.test(name)) {
        return undefined;
      }
      return await readFile(placeOf(name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") {
          return undefined;
        }
        throw error;
      });
    },
    remove: async (name) => {
      if (NAME.test(name)) {
        await rm(placeOf(name), { force: true });
      }
    },
  };
}
