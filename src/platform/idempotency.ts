import { createHash, createHmac } from "node:crypto";
import type { Caller } from "./caller.ts";
import { effect, maybeOne, one, type Queryable } from "./database.ts";
import { isLockTimeout } from "./databaseTrouble.ts";
import type { Platform } from "./platform.ts";
import { keyNotValid, Problem } from "./problem.ts";
import type { Secrets } from "./secrets.ts";
import type { Opening, Tx } from "./transact.ts";

/** A caller's promise that requests with this key are one request. */
export interface IdempotencyKey {
  readonly key: string;
  /**
   * SHA-256 over method, route and canonical body: the same key with another request is a mistake. It is
   * never stored as it is, because a short secret in a body could be guessed from it.
   */
  readonly fingerprint: Buffer;
}

/** An answer kept for a key. */
export interface KeptAnswer {
  readonly status: number;
  readonly body: unknown;
}

interface KeptRow {
  readonly fingerprint: Buffer;
  readonly status: number | null;
  readonly body: unknown;
}

/**
 * Sent with the begin, before its instant is read: at a test clock's instant or the database's. Each way to
 * ask is a statement of its own, because one that holds them all is planned anew each time it is sent.
 */
const keyInserted = (name: string, at: string, unlessBefore = "") =>
  maybeOne<{ key: string }>(
    `insert_idempotency_key_${name}`,
    `insert into platform.idempotency (caller, key, fingerprint, created_at)
     select $1, $2, $3, ${at} ${unlessBefore}
     on conflict (caller, key) do nothing
     returning key`,
  );
const TEST_CLOCK = "(select at from platform.test_clock)";
const UNLESS_BEFORE =
  "where not exists (select from platform.idempotency where caller = any($4::text[]) and key = $2)";
const waysToInsert = (name: string, at: string) => ({
  plainly: keyInserted(name, at),
  unlessBefore: keyInserted(`${name}_unless_before`, at, UNLESS_BEFORE),
  /** Of a caller who is not proved yet: only if their API key lives, which is told. */
  ifKeyLives: one<{ readonly lives: boolean; readonly key: string | null }>(
    `insert_idempotency_key_${name}_if_key_lives`,
    `with asked as materialized (
       select platform.key_lives($4, ${at}) as lives
     ), inserted as (
       insert into platform.idempotency (caller, key, fingerprint, created_at)
       select $1, $2, $3, ${at} from asked where lives
       on conflict (caller, key) do nothing
       returning key
     )
     select lives, (select key from inserted) as key from asked`,
  ),
});
const insertKey = { test: waysToInsert("told", TEST_CLOCK), real: waysToInsert("now", "now()") };

const keptAnswer = one<KeptRow>(
  "kept_answer",
  "select fingerprint, status, body from platform.idempotency where caller = any($1::text[]) and key = $2",
);

/** Keys older than this are forgotten. */
export const forgetOldKeys = effect(
  "forget_old_idempotency_keys",
  "delete from platform.idempotency where created_at < $1::timestamptz - interval '30 days'",
);

/**
 * Claims a key as a transaction begins, and waits for another one that holds it. True: it is this one's.
 * Proves a caller who is not proved yet, in the same statement. Errors: Problem 409 when the wait takes too
 * long, 401 for a caller whose API key ended.
 */
export function claimingKey(
  { secrets, config }: Platform,
  caller: Caller,
  { key, fingerprint }: IdempotencyKey,
): Opening<boolean> {
  const [space = "", ...before] = keySpaces(secrets, caller, fingerprint);
  const stored = keyed(secrets, secrets.currentPepperVersion, fingerprint);
  const clock = config.clock === "test" ? "test" : "real";
  const { toProve } = caller;
  const { plainly, unlessBefore, ifKeyLives } = insertKey[clock];
  const insert = async (db: Queryable): Promise<boolean> => {
    if (toProve !== undefined) {
      const { lives, key: inserted } = await ifKeyLives(db, space, key, stored, toProve);
      if (!lives) {
        throw keyNotValid();
      }
      return inserted !== null;
    }
    const inserted = await (before.length > 0
      ? unlessBefore(db, space, key, stored, before)
      : plainly(db, space, key, stored));
    return inserted !== undefined;
  };
  return async (db) =>
    await insert(db).catch((error: unknown) => {
      throw isLockTimeout(error) ? keyInFlight() : error;
    });
}

/**
 * What was kept for a key that is another transaction's; undefined where that kept nothing.
 * Errors: Problem 422 for the same key with another request.
 */
export async function keptFor(tx: Tx, { key, fingerprint }: IdempotencyKey): Promise<KeptAnswer | undefined> {
  const { secrets } = tx.platform;
  const [space = "", ...before] = keySpaces(secrets, tx.caller, fingerprint);
  const kept = await keptAnswer(tx, [space, ...before], key);
  if (!storedForms(secrets, fingerprint).some((form) => form.equals(kept.fingerprint))) {
    throw new Problem(
      422,
      "idempotency_key_reused",
      "This Idempotency-Key was used for another request. Make a new key for a new request.",
    );
  }
  return kept.status === null ? undefined : { status: kept.status, body: kept.body };
}

/**
 * Within what keys must differ: a caller. Strangers cannot be told apart, so theirs hold for one request
 * only:
 * nobody's key is taken by another stranger, and nobody is answered with another's answer.
 */
export function keySpace(secrets: Secrets, caller: Caller, fingerprint: Buffer): string {
  return keySpaces(secrets, caller, fingerprint)[0] as string;
}

/** The space of a request now, and those it had before: under earlier peppers, and without any. */
function keySpaces(secrets: Secrets, { role, id }: Caller, fingerprint: Buffer): readonly string[] {
  if (role !== "public") {
    return [id];
  }
  return storedForms(secrets, fingerprint).map((one) => `${id} ${one.toString("base64url")}`);
}

/** A fingerprint as rows have it: keyed by each pepper, the newest first; the oldest rows have it itself. */
function storedForms(secrets: Secrets, fingerprint: Buffer): readonly Buffer[] {
  const newest = secrets.currentPepperVersion;
  const versions = Array.from({ length: newest }, (_, older) => keyed(secrets, newest - older, fingerprint));
  return [...versions, fingerprint];
}

/** What is stored of a fingerprint: the version of the pepper, and the digest that is keyed by it. */
function keyed(secrets: Secrets, version: number, fingerprint: Buffer): Buffer {
  const digest = createHmac("sha256", secrets.pepper(version)).update("idempotency ").update(fingerprint);
  return Buffer.concat([Buffer.of(version), digest.digest()]);
}

/** 409 for a key whose first request is still being worked on. */
export function keyInFlight(): Problem {
  return new Problem(
    409,
    "idempotency_key_in_flight",
    "A request with this Idempotency-Key is still being worked on. Send it again in a moment.",
    { retryAfterSeconds: 1 },
  );
}

/**
 * The fingerprint of a request. The body's keys are ordered, so the order they were sent in does not matter.
 */
export function fingerprintOf(route: string, params: unknown, body: unknown): Buffer {
  return createHash("sha256")
    .update(JSON.stringify([route, sortKeys(params), sortKeys(body)]))
    .digest();
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sortKeys);
  }
  if (value === null || typeof value !== "object") {
    return value;
  }
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return entries.map(([name, inner]) => [name, sortKeys(inner)]);
}
