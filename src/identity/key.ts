import { Type } from "typebox";
import {
  type Caller,
  Instant,
  newId,
  type Platform,
  publicId,
  type Queryable,
  type Role,
  readPublicId,
  shape,
  type TeamRole,
  teamRoles,
} from "../platform/index.ts";
import { inTeam } from "./inTeam.ts";
import { type ApiKeyRow, insertKey, revokeKeyRow, selectKeys, selectLiveKey, touchKey } from "./store.ts";
import { newSecret, sameBytes, tokenDigest } from "./token.ts";

/** What a key may be. */
export const KEY_ROLES = ["owner", "reseller", "staff", "manager", "integrator"] as const;
export type KeyRole = (typeof KEY_ROLES)[number];

/** A key as a list shows it: never its secret. */
export const KeySchema = shape({
  id: Type.String(),
  role: Type.Enum([...KEY_ROLES]),
  label: Type.String(),
  /** Whose key it is: an owner's sees what they hold, and the next key sees what this one ordered. */
  email: Type.Union([Type.String(), Type.Null()]),
  createdBy: Type.String(),
  createdAt: Instant,
  expiresAt: Type.Union([Instant, Type.Null()]),
  lastUsedAt: Type.Union([Instant, Type.Null()]),
  revokedAt: Type.Union([Instant, Type.Null()]),
  /** The reseller whose key it is, and what it may do there. */
  reseller: Type.Union([shape({ id: Type.String(), teamRole: Type.Enum([...teamRoles]) }), Type.Null()]),
});

/** What a new key is made from; `email` is normal already and an owner's key has one. */
export interface NewKey {
  readonly role: KeyRole;
  readonly label: string;
  readonly email?: string | undefined;
  readonly expiresAt?: Temporal.Instant | undefined;
  /** The reseller whose key it is, and what it may do there; of the role `reseller` only. */
  readonly reseller?: Caller["reseller"];
  /** Id of the caller who makes it. */
  readonly createdBy: string;
}

const TOKEN = /^evk_([0-9a-hjkmnp-tv-z]{26})_([\w-]{43})$/;
const NO_DIGEST = Buffer.alloc(32);

/** Makes a key. Its token is in this answer and nowhere else. */
export async function createKey(
  db: Queryable,
  key: NewKey,
  at: Temporal.Instant,
): Promise<{ readonly token: string; readonly key: ApiKeyRow }> {
  const keyId = newId(at);
  const secret = newSecret();
  const row = await insertKey(
    db,
    keyId,
    tokenDigest(secret),
    key.role,
    key.label,
    key.email ?? null,
    key.createdBy,
    at,
    key.expiresAt ?? null,
    key.reseller?.id ?? null,
    key.reseller?.teamRole ?? null,
  );
  return { token: `evk_${keyId}_${secret}`, key: row };
}

/** Ends a key at once. `id` is the public one; undefined when there is no such key. */
export async function revokeKey(
  db: Queryable,
  id: string,
  at: Temporal.Instant,
): Promise<ApiKeyRow | undefined> {
  const keyId = readPublicId("key", id)?.rootId;
  return keyId === undefined ? undefined : await revokeKeyRow(db, keyId, at);
}

/** Keys, newest first, after the one with this public id. */
export async function listKeys(
  db: Queryable,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly ApiKeyRow[]> {
  const after = page.after === undefined ? null : (readPublicId("key", page.after)?.rootId ?? "");
  return await selectKeys(db, after, page.limit);
}

/** The public shape of a key. */
export function publicKey(row: ApiKeyRow): {
  id: string;
  role: KeyRole;
  label: string;
  email: string | null;
  createdBy: string;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
  reseller: { id: string; teamRole: TeamRole } | null;
} {
  const { reseller } = inTeam(row);
  return {
    id: publicId("key", row.keyId),
    role: row.role,
    label: row.label,
    email: row.email,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toString(),
    expiresAt: row.expiresAt?.toString() ?? null,
    lastUsedAt: row.lastUsedAt?.toString() ?? null,
    revokedAt: row.revokedAt?.toString() ?? null,
    reseller: reseller === undefined ? null : { ...reseller, id: publicId("rsl", reseller.id) },
  };
}

/** Who a key's token stands for; undefined when it is not a key that may be used now. One statement. */
export async function callerOfKey(platform: Platform, token: string): Promise<Caller | undefined> {
  const [, keyId, secret] = TOKEN.exec(token) ?? [];
  if (keyId === undefined || secret === undefined) {
    return undefined;
  }
  const at = platform.clock.now();
  const row = await selectLiveKey(platform.database, keyId, at);
  // An unknown key is compared as well, so that the time does not tell it from a wrong secret.
  if (!sameBytes(row?.digest ?? NO_DIGEST, tokenDigest(secret)) || row === undefined) {
    return undefined;
  }
  noteUse(platform, row, at);
  remember(platform, row);
  return callerFrom(row);
}

function callerFrom(row: ApiKeyRow): Caller {
  const role: Role = row.role;
  const address = row.email === null ? {} : { email: row.email };
  return { role, id: `key:${row.keyId}`, ...address, ...inTeam(row) };
}

type FoundKey = ApiKeyRow & { readonly digest: Buffer };

/** Keys that were found lately: so many, and for so long, within which their use has been noted. */
const remembered = new WeakMap<Platform, Map<string, { readonly row: FoundKey; readonly until: number }>>();
const REMEMBERED = 1_000;
const REMEMBERED_MS = 30_000;

function remember(platform: Platform, row: FoundKey): void {
  const keys = remembered.get(platform) ?? new Map();
  remembered.set(platform, keys);
  keys.delete(row.keyId);
  keys.set(row.keyId, { row, until: performance.now() + REMEMBERED_MS });
  if (keys.size > REMEMBERED) {
    keys.delete(keys.keys().next().value);
  }
}

/**
 * Who a token stood for a moment ago, without a look: for requests that prove it in their own transaction
 * (`toProve`), so that a busy key is not looked up before each. What a key says never changes; whether it may
 * still be used does. Undefined: not known, or a wrong secret.
 */
export function rememberedCaller(platform: Platform, token: string): Caller | undefined {
  const [, keyId = "", secret = ""] = TOKEN.exec(token) ?? [];
  const found = remembered.get(platform)?.get(keyId);
  const isKnown = found !== undefined && found.until > performance.now();
  return isKnown && sameBytes(found.row.digest, tokenDigest(secret))
    ? { ...callerFrom(found.row), toProve: keyId }
    : undefined;
}

/** Keys whose use is being noted: a busy key would otherwise be noted by every request at once. */
const noting = new Set<string>();

/** Nobody waits for this, and a request in the same minute does not send it again. */
function noteUse(platform: Platform, { keyId, lastUsedAt }: ApiKeyRow, at: Temporal.Instant): void {
  const minuteAgo = at.subtract({ minutes: 1 });
  const noted = lastUsedAt !== null && Temporal.Instant.compare(lastUsedAt, minuteAgo) > 0;
  if (noted || noting.has(keyId)) {
    return;
  }
  noting.add(keyId);
  touchKey(platform.database, keyId, at)
    .catch((error: unknown) => platform.log.warn({ err: error }, "the use of a key was not noted"))
    .finally(() => noting.delete(keyId));
}
