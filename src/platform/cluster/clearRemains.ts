import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "../log.ts";
import { isAlive, processesIn, servesFolder } from "./processes.ts";

const LOOK_AGAIN_MS = 25;
const PATIENCE_LOOKS = 2_400;

/**
 * Clears what an earlier server left in `folder` (a real path), whose lock we hold: a postmaster that
 * outlived its Evermend is shut down, children of a dead one are waited for, a stale postmaster.pid goes.
 */
export async function clearRemains(folder: string, log: Log): Promise<void> {
  const file = path.join(folder, "postmaster.pid");
  const pid = await readPid(file);
  if (pid !== undefined && isAlive(pid) && (await servesFolder(pid, folder))) {
    log.warn({ pid }, "a database outlived its Evermend; shutting it down first");
    signal(pid, "SIGINT");
    await until(async () => !(isAlive(pid) && (await servesFolder(pid, folder))));
  }
  await waitForOrphans(folder, log);
  // Its process is gone, or the number is a stranger's by now: PostgreSQL would refuse to start for that.
  await rm(file, { force: true });
}

/** Waits until no process works in `folder` any more. Children of a killed postmaster leave by themselves. */
export async function waitForOrphans(folder: string, log: Log): Promise<void> {
  const orphans = await processesIn(folder);
  if (orphans.length > 0) {
    log.info({ orphans: orphans.length }, "waiting for processes of the earlier database");
    for (const orphan of orphans) {
      signal(orphan, "SIGQUIT");
    }
    await until(async () => (await processesIn(folder)).length === 0);
  }
}

async function readPid(file: string): Promise<number | undefined> {
  const text = await readFile(file, "utf8").catch(() => "");
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between the look and the word, which is what was wanted.
  }
}

async function until(happened: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < PATIENCE_LOOKS && !(await happened()); look += 1) {
    await pause(LOOK_AGAIN_MS);
  }
}
