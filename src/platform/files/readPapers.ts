import { openAsBlob } from "node:fs";
import { copyFile, readFile } from "node:fs/promises";
import { BlobReader, ZipReader } from "@zip.js/zip.js";
import type { Examined } from "./examined.ts";
import { hidesAnother, namesCode } from "./hidesAnother.ts";

const MOST_ENTRIES = 500;
const MOST_UNPACKED = 1024 ** 3;
/** Text shrinks to a twentieth at the best; what shrinks further was made to. */
const MOST_RATIO = 200;

/** A flight log: text that is no page, or a zip, which is looked into and never unpacked. */
export async function readLog(file: string, shown: string): Promise<Examined> {
  const bytes = await readFile(file);
  if (bytes.subarray(0, 4).equals(Buffer.from("504b0304", "hex"))) {
    const fault = await faultOfZip(file);
    return fault ?? (await taken(file, shown, "application/zip"));
  }
  if (bytes.includes(0) || !isUtf8(bytes)) {
    return { refused: "not_what_it_says" };
  }
  return namesCode(bytes.toString("utf8"))
    ? { refused: "two_files_in_one" }
    : await taken(file, shown, "text/plain");
}

/** A proof of purchase or a letter, as PDF: it is given out as a file and never shown by us. */
export async function readDocument(file: string, shown: string): Promise<Examined> {
  const bytes = await readFile(file);
  if (bytes.toString("latin1", 0, 5) !== "%PDF-") {
    return { refused: "not_what_it_says" };
  }
  if (!bytes.subarray(-2048).includes("%%EOF")) {
    return { refused: "file_damaged" };
  }
  const behindItsHead = Buffer.concat([Buffer.alloc(5), bytes.subarray(5)]);
  return hidesAnother(behindItsHead)
    ? { refused: "two_files_in_one" }
    : await taken(file, shown, "application/pdf");
}

async function taken(file: string, shown: string, type: string): Promise<Examined> {
  await copyFile(file, shown);
  return { type };
}

async function faultOfZip(file: string): Promise<Examined | undefined> {
  const reader = new ZipReader(new BlobReader(await openAsBlob(file)), { useWebWorkers: false });
  let [entries, packed, unpacked] = [0, 0, 0];
  try {
    for await (const { compressedSize, uncompressedSize } of reader.getEntriesGenerator()) {
      entries += 1;
      packed += compressedSize;
      unpacked += uncompressedSize;
      const isBomb = unpacked > MOST_UNPACKED || unpacked > packed * MOST_RATIO + 65_536;
      if (entries > MOST_ENTRIES || isBomb) {
        return { refused: "unpacks_too_large" };
      }
    }
    return entries === 0 ? { refused: "file_damaged" } : undefined;
  } catch {
    return { refused: "file_damaged" };
  } finally {
    await reader.close();
  }
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
