import { normalEmail } from "../identity/index.ts";
import { type Caller, type Platform, Problem } from "../platform/index.ts";
import { countWrongTry } from "./activationStore.ts";
import { digestsOf, keyedDigest } from "./code.ts";

/** Wrong tries an hour: for one account, e-mail or network address, and for all the world together. */
const BUDGET = 10;
const WORLD_BUDGET = 10_000;

/** Where tries are counted. Names are keyed digests: no address of a person is kept. */
export interface Buckets {
  readonly names: readonly string[];
  readonly budgets: readonly number[];
  readonly hour: Temporal.Instant;
}

/**
 * The buckets a caller's tries are counted in. Our own jobs guess nothing. An address counts only where it
 * was proved: anybody can name another's. The world's breaker is for the public, who could otherwise use it
 * up for those we know.
 */
export function bucketsOf(platform: Platform, caller: Caller, at: Temporal.Instant): Buckets {
  const { role } = caller;
  const who = [
    role === "public" ? undefined : `account ${caller.id}`,
    emailOf(caller.email),
    caller.address === undefined ? undefined : `address ${caller.address}`,
  ].filter((name) => name !== undefined);
  const names = who.map((name) => keyedDigest(platform, name).toString("base64url"));
  const isPublic = role === "public";
  return {
    names: role === "system" ? [] : [...names, ...(isPublic ? ["world"] : [])],
    budgets: role === "system" ? [] : [...names.map(() => BUDGET), ...(isPublic ? [WORLD_BUDGET] : [])],
    hour: hourOf(at),
  };
}

/** 429 until the next hour begins. */
export function tooManyTries(at: Temporal.Instant): Problem {
  const wait = at.until(hourOf(at).add({ hours: 1 })).total("seconds");
  return new Problem(
    429,
    "too_many_tries",
    "Too many codes were wrong in this hour. Wait until the next one, and have the code at hand.",
    { retryAfterSeconds: Math.ceil(wait) },
  );
}

/**
 * Counts a wrong try, after the transaction that refused it is gone: it would have taken the count with it.
 * Errors: Problem 429 when this try was one too many, so that tries sent at once learn no more than those
 * in a row.
 */
export async function rememberWrongTry(platform: Platform, caller: Caller, code: string): Promise<void> {
  const at = platform.clock.now();
  const { names, budgets, hour } = bucketsOf(platform, caller, at);
  const digests = digestsOf(platform, code);
  const counted = await countWrongTry(platform.database, digests, names, budgets, hour);
  if (counted.tooManyTries) {
    throw tooManyTries(at);
  }
}

function emailOf(email: string | undefined): string | undefined {
  const normal = email === undefined ? undefined : normalEmail(email);
  return normal === undefined ? undefined : `email ${normal}`;
}

function hourOf(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: "hour", roundingMode: "floor" });
}
