import { Worker } from "node:worker_threads";
import type { MailRead } from "./mailRead.ts";

const PROGRAM = new URL("./parseMail.ts", import.meta.url);
const LONGEST_MS = 20_000;

/**
 * Has a thread of its own read a mail, with limits of memory and time: readers of strangers' bytes are where
 * a fault would be felt. Undefined where it breaks, or takes too long: then a person reads it.
 */
export async function readMailApart(raw: Uint8Array, longestMs = LONGEST_MS): Promise<MailRead | undefined> {
  const worker = new Worker(PROGRAM, {
    workerData: raw,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
  });
  const stop = async () => await worker.terminate();
  const time = setTimeout(() => {
    // What goes wrong here is told by the stop at the end.
    stop().catch(() => undefined);
  }, longestMs);
  try {
    return await new Promise<MailRead | undefined>((resolve) => {
      worker.once("message", resolve);
      worker.once("error", () => resolve(undefined));
      worker.once("exit", () => resolve(undefined));
    });
  } finally {
    clearTimeout(time);
    await stop();
  }
}
