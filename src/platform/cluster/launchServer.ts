import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "../log.ts";
import { type DatabaseUser, runningAs } from "./databaseUser.ts";
import { explainFailure, isStillHeld } from "./explainFailure.ts";
import { postSentinel } from "./sentinel.ts";

const READY = "database system is ready to accept connections";
const REMEMBERED_LINES = 40;
const FAST_SHUTDOWN_MS = 60_000;
const HELD_TRIES = 60;
const HELD_PAUSE_MS = 250;

/** One life of a PostgreSQL server, our direct child. */
export interface ServerProcess {
  readonly pid: number;
  /** Resolves with the way it ended, once it is waited for. */
  readonly ended: Promise<string>;
  /** Fast shutdown: transactions in flight are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

/** What to start, where, as whom. */
export interface LaunchOptions {
  readonly postgres: string;
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly user: DatabaseUser | undefined;
  readonly log: Log;
}

/** Starts the server and resolves when it answers. Waits while processes of an earlier one let go. */
export async function launchServer(options: LaunchOptions): Promise<ServerProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const lines: string[] = [];
    const server = await launchOnce(options, lines);
    if (server !== undefined) {
      return server;
    }
    if (attempt === HELD_TRIES || !isStillHeld(lines)) {
      throw explainFailure("PostgreSQL", options.folder, lines);
    }
    await pause(HELD_PAUSE_MS);
  }
}

async function launchOnce(options: LaunchOptions, lines: string[]): Promise<ServerProcess | undefined> {
  const settings = Object.entries(options.settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(options.postgres, ["-D", options.folder, ...settings], {
    ...runningAs(options.user),
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
  });
  const ended = endOf(child);
  const { pid } = child;
  if (pid === undefined) {
    lines.push(await ended);
    return undefined;
  }
  const sentinel = postSentinel(pid, options.user);
  const over = ended.then(async (how) => {
    await sentinel.dismiss();
    return how;
  });
  const ready = await Promise.race([firstReadiness(child, options.log, lines), over.then(() => false)]);
  return ready ? { pid, ended: over, stop: () => stopServer(child, over) } : undefined;
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    // `close`, not `exit`: its last words have been read by then.
    child.once("close", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

function firstReadiness(child: ChildProcess, log: Log, lines: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    if (child.stderr === null) {
      return;
    }
    createInterface({ input: child.stderr }).on("line", (line) => {
      lines.push(line);
      lines.splice(0, lines.length - REMEMBERED_LINES);
      const serious = line.startsWith("FATAL") || line.startsWith("PANIC");
      log[serious ? "warn" : "debug"]({ from: "postgres" }, line);
      if (line.includes(READY)) {
        resolve(true);
      }
    });
  });
}

async function stopServer(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill("SIGINT");
  // A backend stuck in the kernel must not keep us for ever; after this the next start recovers.
  const impatience = setTimeout(() => child.kill("SIGQUIT"), FAST_SHUTDOWN_MS);
  await ended;
  clearTimeout(impatience);
}
