import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, statfs } from "node:fs/promises";
import path from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { noRoom } from "../databaseTrouble.ts";
import type { Secrets } from "../secrets.ts";
import { openSealed, sealing } from "./openSealed.ts";

/** Where a file lies: while its bytes come, sealed as they came, or as people see it. */
export type FileRoom = "arriving" | "original" | "shown";
const ROOMS: readonly FileRoom[] = ["arriving", "original", "shown"];

/** Bytes that were kept: how many, and the SHA-256 over them. */
export interface KeptBytes {
  readonly bytes: number;
  readonly digest: Buffer;
}

/**
 * What people send us, in `<data>/evidence`. A name is 32 hexadecimal digits that nobody chose; a file under
 * its name is whole and on the disk.
 */
export interface Files {
  /** The folder in which bytes arrive. */
  readonly arriving: string;
  /** Makes the folders, for us alone. */
  ready(): Promise<void>;
  pathOf(room: FileRoom, name: string): string;
  /** Where the shown copy of a file is written before it has its name. */
  draftOf(name: string): Promise<string>;
  /** How many bytes are there; undefined where there is no such file. */
  sizeOf(room: FileRoom, name: string): Promise<number | undefined>;
  /** What has arrived is on the disk when this resolves. */
  settleArrived(name: string): Promise<void>;
  /** Seals what has arrived as the original, and answers with the digest of the bytes as they came. */
  keepOriginal(name: string): Promise<KeptBytes>;
  /** Makes the draft of a shown copy the copy. */
  keepShown(name: string): Promise<KeptBytes>;
  /** The copy, or the part of it from `start` to `end`, both in. */
  readShown(name: string, part?: { readonly start: number; readonly end: number }): Readable;
  /** The bytes as they came. Ends in an error where the file was touched. */
  readOriginal(name: string): Promise<Readable>;
  /** Removes a file from these rooms, and what was begun of it. */
  remove(name: string, rooms: readonly FileRoom[]): Promise<void>;
  /** The names in a room of files older than this. */
  namesIn(room: FileRoom, olderThanMs: number): Promise<readonly string[]>;
  /** Errors: Problem 503 where so many bytes more would nearly fill the disk. */
  demandRoom(bytes: number): Promise<void>;
}

const LEAST_SHARE = 0.05;
const LEAST_BYTES = 1024 ** 3;
const NAME = /^[0-9a-f]{32}$/;

/** A name for a file: 128 random bits. */
export function newFileName(): string {
  return randomBytes(16).toString("hex");
}

/** Opens the folder; it is made when something first comes. */
export function openFiles(dataFolder: string, secrets: Secrets): Files {
  const folder = path.join(dataFolder, "evidence");
  const pathOf = (room: FileRoom, name: string) => {
    assert(NAME.test(name), "a file's name is ours");
    return path.join(folder, room, name);
  };
  const partOf = (room: FileRoom, name: string) => `${pathOf(room, name)}.part`;
  const into = async (room: FileRoom) => {
    await mkdir(path.join(folder, room), { recursive: true, mode: 0o700 });
  };
  return {
    arriving: path.join(folder, "arriving"),
    ready: async () => {
      await Promise.all(ROOMS.map(into));
    },
    pathOf,
    draftOf: async (name) => {
      await into("shown");
      return partOf("shown", name);
    },
    sizeOf: async (room, name) => (await stat(pathOf(room, name)).catch(() => undefined))?.size,
    settleArrived: async (name) => await sync(pathOf("arriving", name)),
    keepOriginal: async (name) => {
      await into("original");
      const [part, meter] = [partOf("original", name), measuring()];
      const whole = createReadStream(pathOf("arriving", name));
      await pipeline(whole, meter.through, sealing(secrets, name), createWriteStream(part, { mode: 0o600 }));
      await putInPlace(part, pathOf("original", name));
      return meter.read();
    },
    keepShown: async (name) => {
      const meter = measuring();
      await pipeline(createReadStream(partOf("shown", name)), meter.through, (bytes) => drain(bytes));
      await putInPlace(partOf("shown", name), pathOf("shown", name));
      return meter.read();
    },
    readShown: (name, part) => createReadStream(pathOf("shown", name), part),
    readOriginal: async (name) => await openSealed(secrets, name, pathOf("original", name)),
    remove: async (name, rooms) => {
      const gone = rooms.map((room) => pathOf(room, name));
      const begun = gone.flatMap((file) => [file, `${file}.part`, `${file}.json`]);
      await Promise.all(begun.map((file) => rm(file, { force: true })));
    },
    namesIn: async (room, olderThanMs) => await namesIn(path.join(folder, room), olderThanMs),
    demandRoom: async (bytes) => {
      await Promise.all(ROOMS.map(into));
      const { bavail, blocks, bsize } = await statfs(folder);
      if (bavail * bsize - bytes < Math.max(LEAST_BYTES, blocks * bsize * LEAST_SHARE)) {
        throw noRoom();
      }
    },
  };
}

async function namesIn(folder: string, olderThanMs: number): Promise<readonly string[]> {
  const found = await readdir(folder).catch(() => []);
  const names = new Set(found.map((file) => file.split(".")[0] ?? "").filter((name) => NAME.test(name)));
  const youngest = Date.now() - olderThanMs;
  const aged = [...names].map(async (name) => {
    const seen = await stat(path.join(folder, name)).catch(() => undefined);
    return seen === undefined || seen.mtimeMs <= youngest ? [name] : [];
  });
  return (await Promise.all(aged)).flat();
}

/** Gives a file that was written its name: its bytes first, then the name, then the folder. */
async function putInPlace(part: string, file: string): Promise<void> {
  await sync(part);
  await rename(part, file);
  await sync(path.dirname(file));
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function measuring(): { readonly through: Transform; read(): KeptBytes } {
  const hash = createHash("sha256");
  let bytes = 0;
  const through = new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { through, read: () => ({ bytes, digest: hash.digest() }) };
}

async function drain(bytes: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of bytes) {
    // Only counted and hashed on the way.
  }
}
