import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Secrets } from "./secrets.ts";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a text that we must be able to read again: one byte of key version, nonce, tag, text. `belongsTo` is
 * authenticated with it, so that no copy fits another row.
 */
export function sealText(secrets: Secrets, belongsTo: string | Buffer, text: string): Buffer {
  const version = secrets.currentSealingKeyVersion;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, secrets.sealingKey(version), nonce).setAAD(bytesOf(belongsTo));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what was sealed for the same row. Errors: throws for anything else. */
export function openText(secrets: Secrets, belongsTo: string | Buffer, sealed: Buffer): string {
  const key = secrets.sealingKey(sealed.readUInt8(0));
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  const opener = createDecipheriv(CIPHER, key, nonce).setAAD(bytesOf(belongsTo)).setAuthTag(tag);
  const text = [opener.update(sealed.subarray(1 + NONCE_BYTES + TAG_BYTES)), opener.final()];
  return Buffer.concat(text).toString("utf8");
}

function bytesOf(belongsTo: string | Buffer): Buffer {
  return typeof belongsTo === "string" ? Buffer.from(belongsTo) : belongsTo;
}
