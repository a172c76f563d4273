import { createHmac, hkdfSync } from "node:crypto";
import type { Caller, Platform } from "../platform/index.ts";
import { sameBytes } from "./token.ts";

/** What a link opens: one claim or one order, and nothing else. */
export type LinkKind = "claim" | "order";

const PREFIXES: Readonly<Record<LinkKind, string>> = { claim: "clm_", order: "ord_" };
const MAC_BYTES = 16;
const TOKEN = /^((?:clm|ord)_[0-9a-z_]{1,60})\.([\w-]{22})$/;

/**
 * The token of a link to one claim or order: its public id and a keyed digest of 128 bits. Nothing is stored,
 * so there is nothing to steal from the database; it is valid as long as the secret it hangs on.
 */
export function linkFor(platform: Platform, kind: LinkKind, publicId: string): string {
  if (!publicId.startsWith(PREFIXES[kind])) {
    throw new Error(`A link for a ${kind} needs an id with ${PREFIXES[kind]}, not ${publicId}.`);
  }
  return `${publicId}.${macOf(platform, publicId)}`;
}

/** What a token opens; undefined when it is not one of ours. */
export function readLink(platform: Platform, token: string): Caller["link"] | undefined {
  const [, id, mac] = TOKEN.exec(token) ?? [];
  if (id === undefined || mac === undefined) {
    return undefined;
  }
  if (!sameBytes(Buffer.from(mac), Buffer.from(macOf(platform, id)))) {
    return undefined;
  }
  return { kind: id.startsWith(PREFIXES.claim) ? "claim" : "order", id };
}

const keys = new WeakMap<Platform, Buffer>();

/** The prefix of the id tells claims from orders, so one key serves both. */
function macOf(platform: Platform, publicId: string): string {
  let key = keys.get(platform);
  if (key === undefined) {
    key = Buffer.from(hkdfSync("sha256", platform.secrets.sessionSecret, "", "evermend link 1", 32));
    keys.set(platform, key);
  }
  return createHmac("sha256", key).update(publicId).digest().subarray(0, MAC_BYTES).toString("base64url");
}
