import { execFile } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Whether a process with this id is there, ours or another user's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether `pid` is a PostgreSQL at work in `folder`. A reused process id must not pass for one. */
export async function servesFolder(pid: number, folder: string): Promise<boolean> {
  if (process.platform === "linux") {
    return (await servedFolder(pid)) === folder;
  }
  const { stdout } = await run("ps", ["-o", "command=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
  return stdout.includes("postgres") && stdout.includes(folder);
}

/**
 * The PostgreSQL processes at work in `folder`: a postmaster and its children, also those that outlived it.
 * Known on Linux; elsewhere the list is empty and PostgreSQL's own shared memory check has the last word.
 */
export async function processesIn(folder: string): Promise<number[]> {
  if (process.platform !== "linux") {
    return [];
  }
  const pids = (await readdir("/proc")).map(Number).filter((pid) => Number.isInteger(pid));
  const folders = await Promise.all(pids.map(servedFolder));
  return pids.filter((_, index) => folders[index] === folder);
}

/** The folder a PostgreSQL process works in; undefined for other programs, such as a shell in that folder. */
async function servedFolder(pid: number): Promise<string | undefined> {
  try {
    const name = await readFile(`/proc/${pid}/comm`, "utf8");
    return name.startsWith("postgres") ? await readlink(`/proc/${pid}/cwd`) : undefined;
  } catch {
    return undefined;
  }
}
