import { createHmac, hkdfSync } from "node:crypto";
import type { Caller, Platform } from "../platform/index.ts";
import { sameBytes } from "./token.ts";

/** What a link opens: one claim, order, transfer, draft of a report or verification, and nothing else. */
export type LinkKind = "claim" | "order" | "transfer" | "draft" | "verification";

const PREFIXES: Readonly<Record<LinkKind, string>> = {
  claim: "clm_",
  order: "ord_",
  transfer: "trf_",
  draft: "rdr_",
  verification: "vrf_",
};
const KINDS = Object.keys(PREFIXES) as LinkKind[];
const MAC_BYTES = 16;
const TOKEN = /^((?:clm|ord|trf|rdr|vrf)_[0-9a-z_]{1,60})\.([0-9a-z]{1,8})\.([\w-]{22})$/;

/** What a token of ours names, and until when it opens that. */
export type LinkRead = NonNullable<Caller["link"]> & { readonly endsAt: Temporal.Instant };

/**
 * The token of a link to one claim, order, transfer or draft: its public id, the second at which it ends, and
 * a keyed digest of both with 128 bits. Nothing is stored, so there is nothing to steal from the database.
 */
export function linkFor(platform: Platform, kind: LinkKind, publicId: string): string {
  if (!publicId.startsWith(PREFIXES[kind])) {
    throw new Error(`A link for a ${kind} needs an id with ${PREFIXES[kind]}, not ${publicId}.`);
  }
  const endsAt = platform.clock.now().add({ hours: 24 * platform.config.linkDays });
  const named = `${publicId}.${Math.floor(endsAt.epochMilliseconds / 1000).toString(36)}`;
  return `${named}.${macOf(platform, named)}`;
}

/**
 * What a token names, ended or not; undefined when it is not one of ours. Reading opens nothing: what it
 * opens is for `authenticate` to say, at each request.
 */
export function readLink(platform: Platform, token: string): LinkRead | undefined {
  const [, id, ends, mac] = TOKEN.exec(token) ?? [];
  if (id === undefined || ends === undefined || mac === undefined) {
    return undefined;
  }
  if (!sameBytes(Buffer.from(mac), Buffer.from(macOf(platform, `${id}.${ends}`)))) {
    return undefined;
  }
  const endsAt = Temporal.Instant.fromEpochMilliseconds(Number.parseInt(ends, 36) * 1000);
  const kind = KINDS.find((one) => id.startsWith(PREFIXES[one]));
  return kind && { kind, id, endsAt };
}

/** Whether a link still opens what it names. */
export function isLive(platform: Platform, { endsAt }: LinkRead): boolean {
  return Temporal.Instant.compare(platform.clock.now(), endsAt) < 0;
}

const keys = new WeakMap<Platform, Buffer>();

/** The prefix of the id tells what it is of, so one key serves all. */
function macOf(platform: Platform, named: string): string {
  let key = keys.get(platform);
  if (key === undefined) {
    key = Buffer.from(hkdfSync("sha256", platform.secrets.sessionSecret, "", "evermend link 2", 32));
    keys.set(platform, key);
  }
  return createHmac("sha256", key).update(named).digest().subarray(0, MAC_BYTES).toString("base64url");
}
