import { failPoint, type Platform, systemCaller, transact } from "../../platform/index.ts";
import { blocksOf } from "./blocks.ts";
import { closeImport } from "./closeImport.ts";
import { digested } from "./digested.ts";
import { importOf, lockImport } from "./importStore.ts";
import { type OpenBytes, openReader } from "./openReader.ts";
import { type Saving, saveBlock } from "./saveBlock.ts";

/** How a stretch of reading ended: at the file's end, before it because the time was over, or by somebody. */
export type StretchEnd = "done" | "time_over" | "taken_over";

/**
 * Reads a running import on from where it came, block by block; while two are written the next is read.
 * `stopAt` ends a stretch, by the process's own milliseconds. `seen` is told after each block how far it
 * came.
 */
export async function readOn(
  platform: Platform,
  importId: string,
  open: OpenBytes,
  { stopAt = Number.POSITIVE_INFINITY, seen }: { stopAt?: number; seen?: (bytesDone: number) => void } = {},
): Promise<StretchEnd> {
  const run = await importOf(platform.database, importId);
  if (run?.state !== "running") {
    return "taken_over";
  }
  const reader = await openReader(run.format, open);
  if ("unreadable" in reader) {
    await close(platform, importId, reader.unreadable);
    return "done";
  }
  const from = run.bytesDone === 0 ? reader.begins : { bytes: run.bytesDone, lines: run.linesDone };
  let begins = run.bytesDone;
  let [earlier, last]: (SavingTo | undefined)[] = [];
  for await (const block of blocksOf(open(from.bytes), { quoted: reader.quoted, from })) {
    const rows = digested(reader.read(block));
    if (!(await isSaved(earlier, seen))) {
      return "taken_over";
    }
    if (performance.now() > stopAt) {
      return (await isSaved(last, seen)) ? "time_over" : "taken_over";
    }
    const { endsAt } = block;
    [earlier, last] = [
      last,
      { ...saveBlock(platform, run, { begins, block, rows }, last), bytes: endsAt.bytes },
    ];
    begins = endsAt.bytes;
    failPoint(platform, "import_block_read");
  }
  if (!((await isSaved(earlier, seen)) && (await isSaved(last, seen)))) {
    return "taken_over";
  }
  await close(platform, importId);
  return "done";
}

/** A block that is being written, and how far the import is with it. */
interface SavingTo extends Saving {
  readonly bytes: number;
}

async function isSaved(saving: SavingTo | undefined, seen?: (bytesDone: number) => void): Promise<boolean> {
  if (saving === undefined) {
    return true;
  }
  const isSaved = await saving.saved;
  if (isSaved) {
    seen?.(saving.bytes);
  }
  return isSaved;
}

async function close(platform: Platform, importId: string, failure?: string): Promise<void> {
  await transact(platform, systemCaller, async (tx) => {
    const run = await lockImport(tx, importId);
    if (run?.state === "running") {
      await closeImport(tx, run, failure === undefined ? { state: "done" } : { state: "failed", failure });
    }
  });
}
