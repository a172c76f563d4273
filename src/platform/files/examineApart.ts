import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Examined, FileKind } from "./examined.ts";

const PROGRAM = path.join(import.meta.dirname, "examineFile.ts");
const LONGEST_MS = 30_000;
const MOST_MEMORY_BYTES = 1.5 * 1024 ** 3;
const LOOK_EVERY_MS = 50;
const LONGEST_ANSWER = 4096;

/**
 * Has a child process look at a file: readers of strangers' bytes are where a fault would be felt, so they
 * have a process of their own, without our settings and secrets, with limits of memory and time. One that
 * breaks or is stopped says no more than that about the file.
 */
export async function examineApart(
  kind: FileKind,
  file: string,
  shown: string,
  longestMs = LONGEST_MS,
): Promise<Examined> {
  const child = spawn(process.execPath, ["--max-old-space-size=512", PROGRAM, kind, file, shown], {
    env: { VIPS_CONCURRENCY: "1", MALLOC_ARENA_MAX: "2" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let [said, stopped] = ["", false];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(0, LONGEST_ANSWER);
  });
  const stop = () => {
    stopped = true;
    child.kill("SIGKILL");
  };
  const time = setTimeout(stop, longestMs);
  const memory = setInterval(() => {
    memoryOf(child.pid).then(
      (bytes) => (bytes > MOST_MEMORY_BYTES ? stop() : undefined),
      () => undefined,
    );
  }, LOOK_EVERY_MS);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    return code === 0
      ? (JSON.parse(said) as Examined)
      : { refused: stopped ? "took_too_long" : "file_damaged" };
  } finally {
    clearTimeout(time);
    clearInterval(memory);
  }
}

/** What a process holds in memory; nothing where the system does not tell. */
async function memoryOf(pid: number | undefined): Promise<number> {
  const told = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(told)?.[1] ?? 0) * 1024;
}
