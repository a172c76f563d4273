import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "../log.ts";
import type { ServerProcess } from "./launchServer.ts";

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** A server that is started again whenever it dies, until it is stopped. */
export interface Supervised {
  /** The process id of the present life. */
  pid(): number;
  stop(): Promise<void>;
}

/**
 * Starts a server and keeps it alive. The first start must succeed; later ones are tried for ever, because
 * what killed it (a full disk, the kernel's memory killer) may pass while everybody else waits.
 */
export async function supervise(start: () => Promise<ServerProcess>, log: Log): Promise<Supervised> {
  let current = await start();
  const leaving = new AbortController();

  async function revive(): Promise<ServerProcess | undefined> {
    for (let wait = FIRST_PAUSE_MS; !leaving.signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      try {
        return await start();
      } catch (error) {
        log.error({ err: error }, "the database did not come back; trying again");
        await pause(wait, undefined, { signal: leaving.signal }).catch(() => undefined);
      }
    }
    return undefined;
  }

  async function watch(): Promise<void> {
    for (;;) {
      const how = await current.ended;
      if (leaving.signal.aborted) {
        return;
      }
      log.error({ how }, "the database died; starting it again");
      const next = await revive();
      if (next === undefined) {
        return;
      }
      current = next;
      log.warn({ pid: next.pid }, "the database is back");
      if (leaving.signal.aborted) {
        await next.stop();
        return;
      }
    }
  }

  const watching = watch();
  let stopped: Promise<void> | undefined;
  return {
    pid: () => current.pid,
    stop: () => {
      stopped ??= (async () => {
        leaving.abort();
        await current.stop();
        await watching;
      })();
      return stopped;
    },
  };
}
