import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { type Platform, readPublicId } from "../../platform/index.ts";
import { claimId } from "../claim.ts";
import { crockford } from "./crockford.ts";

const MAC_BYTES = 16;
const TOKEN = /^([0-9a-hjkmnp-tv-z]{26})([0-9a-hjkmnp-tv-z]{26})([1-9]\d{0,5})$/;

type Sending = Pick<Platform, "config" | "secrets">;

/**
 * The address at which a mail continues a case: what stands before the `@` of ours, a plus, the device, a
 * keyed digest of 128 bits, and the number of the case. In lower case throughout, because mail servers may
 * change it. Nothing is stored. Undefined where no address for mail is set.
 */
export function replyAddressOf({ config, secrets }: Sending, id: string): string | undefined {
  const { rootId, no } = readPublicId("clm", id) ?? {};
  const [local, host] = config.mailIn?.split("@") ?? [];
  return rootId === undefined || no === undefined || local === undefined
    ? undefined
    : `${local}+${rootId}${macOf(secrets, rootId, no)}${no}@${host}`;
}

/** What an address says: the case it is of, `wrong` for one that looks so and is none, or nothing. */
export function claimOfAddress({ config, secrets }: Sending, address: string): string | "wrong" | undefined {
  const [local = "", host = ""] = config.mailIn?.toLowerCase().split("@") ?? [];
  const [before = "", at = ""] = address.toLowerCase().split("@");
  if (local === "" || at !== host || !before.startsWith(`${local}+`)) {
    return undefined;
  }
  const [, rootId = "", mac = "", number = ""] = TOKEN.exec(before.slice(local.length + 1)) ?? [];
  const no = Number(number);
  const right = Buffer.from(macOf(secrets, rootId, no));
  const given = Buffer.from(mac);
  return given.length === right.length && timingSafeEqual(given, right)
    ? claimId({ deviceId: rootId, no })
    : "wrong";
}

const keys = new WeakMap<Platform["secrets"], Buffer>();

function macOf(secrets: Platform["secrets"], rootId: string, no: number): string {
  let key = keys.get(secrets);
  if (key === undefined) {
    key = Buffer.from(hkdfSync("sha256", secrets.sessionSecret, "", "evermend reply address 1", 32));
    keys.set(secrets, key);
  }
  return crockford(createHmac("sha256", key).update(`${rootId}.${no}`).digest().subarray(0, MAC_BYTES));
}
