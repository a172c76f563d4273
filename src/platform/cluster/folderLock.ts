import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StartupProblem } from "../startupProblem.ts";

const BUSY = 5;

/** Says that this process, and no other, runs on a data folder. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the data folder for this process. Held through SQLite, because Node has no file locks of its own:
 * the operating system lets go of it however we die, also across containers that share the folder.
 */
export function lockFolder(folder: string): FolderLock {
  const file = path.join(folder, "evermend.lock");
  const holder = path.join(folder, "evermend.pid");
  // Made by us first, so that a fault of the file system keeps its own code.
  closeSync(openSync(file, "a", 0o600));
  const lock = new DatabaseSync(file);
  try {
    lock.exec("pragma busy_timeout = 0; begin exclusive");
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== BUSY) {
      throw error;
    }
    throw new StartupProblem(
      `Another Evermend (process ${readHolder(holder)}) already runs on ${folder}; ` +
        "stop it first, or choose another folder with --data.",
      { exitCode: 3, cause: error },
    );
  }
  writeFileSync(holder, `${process.pid}\n`);
  return { release: () => lock.close() };
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return "unknown";
  }
}
