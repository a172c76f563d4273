import { createHmac, hkdfSync } from "node:crypto";
import type { Platform } from "../../platform/index.ts";

const keys = new WeakMap<Platform["secrets"], Buffer>();

/**
 * What tells one asker of a device from another while a verification is under way: a keyed digest of the
 * address and the device, by which nobody is found at another device.
 */
export function askerDigest({ secrets }: Pick<Platform, "secrets">, deviceId: string, email: string): Buffer {
  let key = keys.get(secrets);
  if (key === undefined) {
    key = Buffer.from(
      hkdfSync("sha256", secrets.sessionSecret, "", "evermend asker of a verification 1", 32),
    );
    keys.set(secrets, key);
  }
  return createHmac("sha256", key).update(`${deviceId} ${email}`).digest();
}
