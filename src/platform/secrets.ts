import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { writeOnce } from "./writeOnce.ts";

const BYTES = 32;

/** Keys made at the first run and kept outside the database, one file each, readable by us alone. */
export interface Secrets {
  /** The key of the digests of plan codes. Old versions stay, because old codes keep their digest. */
  pepper(version: number): Buffer;
  readonly currentPepperVersion: number;
  /** The key that seals a code's clear text between payment and delivery. */
  sealingKey(version: number): Buffer;
  readonly currentSealingKeyVersion: number;
  readonly sessionSecret: string;
  readonly databasePassword: string;
}

/** Loads `<data>/secrets`, making what is missing. Processes that start together end up with the same. */
export async function openSecrets(dataFolder: string): Promise<Secrets> {
  const folder = path.join(dataFolder, "secrets");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const peppers = await loadVersions(folder, "code-pepper");
  const sealing = await loadVersions(folder, "code-sealing");
  const sessionSecret = await load(folder, "session");
  const databasePassword = await load(folder, "database");
  return Object.freeze({
    pepper: (version: number) => keyOf(peppers, "code-pepper", version),
    currentPepperVersion: Math.max(...peppers.keys()),
    sealingKey: (version: number) => keyOf(sealing, "code-sealing", version),
    currentSealingKeyVersion: Math.max(...sealing.keys()),
    sessionSecret: sessionSecret.toString("base64url"),
    databasePassword: databasePassword.toString("base64url"),
  });
}

/** Files `name.1`, `name.2`, …: the highest is the one in use. An operator rotates by adding the next. */
async function loadVersions(folder: string, name: string): Promise<ReadonlyMap<number, Buffer>> {
  await load(folder, `${name}.1`);
  const versions = new Map<number, Buffer>();
  for (const file of await readdir(folder)) {
    const version = file.startsWith(`${name}.`) ? Number(file.slice(name.length + 1)) : Number.NaN;
    if (Number.isInteger(version)) {
      versions.set(version, await load(folder, file));
    }
  }
  return versions;
}

function keyOf(keys: ReadonlyMap<number, Buffer>, name: string, version: number): Buffer {
  const key = keys.get(version);
  if (key === undefined) {
    throw new Error(`The key ${name}.${version} is missing from the secrets folder.`);
  }
  return key;
}

async function load(folder: string, name: string): Promise<Buffer> {
  const file = path.join(folder, name);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") {
      return undefined;
    }
    throw error;
  });
  if (text !== undefined) {
    return decode(file, text);
  }
  await writeOnce(file, `${randomBytes(BYTES).toString("base64url")}\n`);
  // Read back: another process may have been first.
  return decode(file, await readFile(file, "utf8"));
}

function decode(file: string, text: string): Buffer {
  const key = Buffer.from(text.trim(), "base64url");
  if (key.length < BYTES) {
    throw new Error(`The secret ${file} is damaged: it holds ${key.length} bytes, not ${BYTES}.`);
  }
  return key;
}
