import { type Budget, bucketOf, countTry, normalEmail } from "../identity/index.ts";
import { type Caller, type Platform, Problem } from "../platform/index.ts";
import { digestsOf } from "./code.ts";
import { codeIsOurs } from "./codeStore.ts";

/** Wrong tries an hour: for one account, e-mail or network address, and for all the world together. */
const WRONG_TRIES: Budget = { name: "wrong_tries", tries: 10, seconds: 3600 };
const WRONG_TRIES_OF_ALL: Budget = { name: "wrong_tries_of_all", tries: 10_000, seconds: 3600 };

/** Where tries are counted, as the query of a code asks: what is used up stops the next try unread. */
export interface Buckets {
  readonly names: readonly string[];
  readonly budgets: readonly number[];
  /** The hour that is counted in, the same for all. */
  readonly hour: Temporal.Instant;
}

/** The buckets a caller's tries are counted in, and how many each may take. */
export function bucketsOf(platform: Platform, caller: Caller, at: Temporal.Instant): Buckets {
  const counted = countedOf(platform, caller);
  return {
    names: counted.map(({ bucket }) => bucket),
    budgets: counted.map(({ budget }) => budget.tries),
    hour: hourOf(at),
  };
}

/**
 * Our own jobs guess nothing. An address counts only where it was proved: anybody can name another's. The
 * world's breaker is for the public, who could otherwise use it up for those we know.
 */
function countedOf(
  platform: Platform,
  { role, id, email, address }: Caller,
): { readonly budget: Budget; readonly bucket: string }[] {
  if (role === "system") {
    return [];
  }
  const normal = email === undefined ? undefined : normalEmail(email);
  const who = [
    role === "public" ? undefined : `account ${id}`,
    normal === undefined ? undefined : `email ${normal}`,
    address === undefined ? undefined : `address ${address}`,
  ].filter((name) => name !== undefined);
  const bucketIn = (budget: Budget, name: string) => ({ budget, bucket: bucketOf(platform, budget, name) });
  const own = who.map((name) => bucketIn(WRONG_TRIES, name));
  return role === "public" ? [...own, bucketIn(WRONG_TRIES_OF_ALL, "world")] : own;
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
  // Whoever shows a code of ours has seen it, not guessed it.
  if ((await codeIsOurs(platform.database, digestsOf(platform, code))) !== undefined) {
    return;
  }
  const at = platform.clock.now();
  const within = await Promise.all(
    countedOf(platform, caller).map(({ budget, bucket }) => countTry(platform, budget, bucket, hourOf(at))),
  );
  if (within.includes(false)) {
    throw tooManyTries(at);
  }
}

function hourOf(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: "hour", roundingMode: "floor" });
}
