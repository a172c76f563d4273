import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import path from "node:path";
import { newId, type Platform, systemCaller, transact } from "../../platform/index.ts";
import type { ImportFormat, ImportRun } from "./importRun.ts";
import { importOf, insertImport, markRunning, runningOf, unfinishedFile } from "./importStore.ts";
import { readOn } from "./readOn.ts";

/** A file beside the command line, and what is to become of it. */
export interface FileWanted {
  readonly file: string;
  readonly supplier: string;
  readonly format: ImportFormat;
  readonly isCheck: boolean;
  /** Told after each block how many bytes are done. */
  readonly seen?: (bytesDone: number, bytesTotal: number) => void;
}

/** How much of a file's beginning and end is looked at to know it again. */
const SAMPLE_BYTES = 1_048_576;

/**
 * Reads a file into the shelf in this process. The same file, whose reading was cut off, goes on where it
 * came. Undefined when another file of the supplier is being read.
 */
export async function importFile(platform: Platform, wanted: FileWanted): Promise<ImportRun | undefined> {
  const { file, seen } = wanted;
  const { size } = await stat(file);
  const importId = await begin(platform, wanted, size, await digestOf(file, size));
  if (importId === undefined) {
    return undefined;
  }
  await readOn(
    platform,
    importId,
    (from) => createReadStream(file, { start: from, highWaterMark: SAMPLE_BYTES }),
    seen === undefined ? {} : { seen: (bytesDone) => seen(bytesDone, size) },
  );
  return await importOf(platform.database, importId);
}

async function begin(
  platform: Platform,
  { file, supplier, format, isCheck }: FileWanted,
  size: number,
  digest: string,
): Promise<string | undefined> {
  return await transact(platform, systemCaller, async (tx) => {
    const before = await unfinishedFile(tx, supplier, digest, isCheck);
    const importId = before?.importId ?? newId(tx.at);
    if ((await runningOf(tx, supplier, importId)) !== undefined) {
      return undefined;
    }
    if (before === undefined) {
      tx.record(importId, [{ type: "ImportOpened", supplier, format }]);
      const name = path.basename(file);
      await insertImport(tx, importId, supplier, format, name, "file", digest, size, tx.caller.id, tx.at);
    }
    if (before?.state !== "running") {
      tx.record(importId, [{ type: "ImportStarted", isCheck, from: "where_it_stopped" }]);
      await markRunning(tx, importId, isCheck, tx.at);
    }
    return importId;
  });
}

/** Its size, its first and its last megabyte. */
async function digestOf(file: string, size: number): Promise<string> {
  const handle = await open(file);
  try {
    const digest = createHash("sha256").update(String(size));
    for (const from of [0, Math.max(0, size - SAMPLE_BYTES)]) {
      const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(SAMPLE_BYTES), position: from });
      digest.update(buffer.subarray(0, bytesRead));
    }
    return digest.digest("base64url");
  } finally {
    await handle.close();
  }
}
