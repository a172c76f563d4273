import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, type Readable, Transform } from "node:stream";
import type { Secrets } from "../secrets.ts";

const CIPHER = "aes-256-gcm";
const HEAD_BYTES = 13;
const TAG_BYTES = 16;

/**
 * Seals a file while it is written: one byte of key version, nonce, the bytes, tag. The name is authenticated
 * with it, so that no file passes for another.
 */
export function sealing(secrets: Secrets, name: string): Transform {
  const version = secrets.currentSealingKeyVersion;
  const nonce = randomBytes(HEAD_BYTES - 1);
  const cipher = createCipheriv(CIPHER, keyOf(secrets, version), nonce).setAAD(Buffer.from(name));
  const stream = new Transform({
    transform: (chunk: Buffer, _, done) => done(null, cipher.update(chunk)),
    flush: (done) => done(null, Buffer.concat([cipher.final(), cipher.getAuthTag()])),
  });
  stream.push(Buffer.concat([Buffer.of(version), nonce]));
  return stream;
}

/** Opens a sealed file. What comes of it ends in an error where a byte of it was changed. */
export async function openSealed(secrets: Secrets, name: string, file: string): Promise<Readable> {
  const { head, tag, end } = await readEnds(file);
  const key = keyOf(secrets, head.readUInt8(0));
  const opener = createDecipheriv(CIPHER, key, head.subarray(1)).setAAD(Buffer.from(name)).setAuthTag(tag);
  if (end <= HEAD_BYTES) {
    throw new Error(`The original ${name} is damaged.`);
  }
  const sealed = createReadStream(file, { start: HEAD_BYTES, end: end - 1 });
  // The file is closed, too, where nobody reads on.
  return pipeline(sealed, opener, () => undefined);
}

async function readEnds(file: string): Promise<{ head: Buffer; tag: Buffer; end: number }> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const [head, tag] = [Buffer.alloc(HEAD_BYTES), Buffer.alloc(TAG_BYTES)];
    await handle.read(head, 0, HEAD_BYTES, 0);
    await handle.read(tag, 0, TAG_BYTES, Math.max(size - TAG_BYTES, 0));
    return { head, tag, end: size - TAG_BYTES };
  } finally {
    await handle.close();
  }
}

/** A key of its own: the one that seals codes seals nothing else. */
function keyOf(secrets: Secrets, version: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secrets.sealingKey(version), "", "evidence originals", 32));
}
