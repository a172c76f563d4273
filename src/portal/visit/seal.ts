import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Platform } from "../../platform/index.ts";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;
const keys = new WeakMap<Platform, Buffer>();

/** Seals a value for a cookie: nobody can read or change it on its way through the browser. */
export function seal(platform: Platform, value: unknown): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyOf(platform), nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** Opens what `seal` made; undefined for anything else. */
export function unseal(platform: Platform, text: string): unknown {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length <= nonceBytes + tagBytes) {
    return undefined;
  }
  const decipher = createDecipheriv(algorithm, keyOf(platform), bytes.subarray(0, nonceBytes));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const body = decipher.update(bytes.subarray(nonceBytes + tagBytes));
    return JSON.parse(Buffer.concat([body, decipher.final()]).toString("utf8"));
  } catch {
    return undefined;
  }
}

function keyOf(platform: Platform): Buffer {
  const known = keys.get(platform);
  const key =
    known ?? Buffer.from(hkdfSync("sha256", platform.secrets.sessionSecret, "", "portal draft 1", 32));
  keys.set(platform, key);
  return key;
}
