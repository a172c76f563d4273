import { createHmac } from "node:crypto";
import { type Caller, type Platform, Problem, type Queryable, type Tx } from "../platform/index.ts";
import { giveBackTry, secondsLeft, spendTry } from "./tryStore.ts";

/** How often something may be tried in a window of so many seconds. */
export interface Budget {
  readonly name: string;
  readonly tries: number;
  readonly seconds: number;
}

const HOUR = 3600;

/** How soon another code may be asked for. */
export const RESEND_SECONDS = 30;

/** Kept per e-mail address or per network, in the functions that do the work: no path leads around them. */
export const budgets = {
  resend: { name: "resend", tries: 1, seconds: RESEND_SECONDS },
  codesMailed: { name: "codes_mailed", tries: 6, seconds: HOUR },
  codesMailedNetwork: { name: "codes_mailed_network", tries: 60, seconds: HOUR },
  wrongCodes: { name: "wrong_codes", tries: 10, seconds: HOUR },
  wrongCodesNetwork: { name: "wrong_codes_network", tries: 60, seconds: HOUR },
  wrongLinksNetwork: { name: "wrong_links_network", tries: 30, seconds: HOUR },
  passkeysNetwork: { name: "passkeys_network", tries: 120, seconds: HOUR },
  errorReports: { name: "error_reports", tries: 20, seconds: HOUR },
} as const satisfies Record<string, Budget>;

/**
 * Spends one try before it is made, so that a hundred at once are still counted one by one. The window
 * starts with the first try. Errors: Problem 429.
 */
export async function spend(
  platform: Platform,
  budget: Budget,
  whose: string | undefined,
  db: Queryable = platform.database,
): Promise<void> {
  const bucket = bucketOf(platform, budget, whose);
  if ((await spendTry(db, bucket, budget.seconds, budget.tries, null)) !== undefined) {
    return;
  }
  const left = await secondsLeft(db, bucket, budget.seconds);
  throw new Problem(429, "too_many_tries", "That was tried too often. Wait a while before the next try.", {
    retryAfterSeconds: left?.seconds ?? 1,
  });
}

/**
 * Counts a try that was made, in a window that began at `from` for all alike. Answers whether it was within
 * the budget.
 */
export async function countTry(
  platform: Platform,
  budget: Budget,
  bucket: string,
  from: Temporal.Instant,
): Promise<boolean> {
  return (await spendTry(platform.database, bucket, budget.seconds, budget.tries, from)) !== undefined;
}

/**
 * Spends one of the orders that strangers of one network may place in an hour; those who sent a key or signed
 * in have no such limit. What is refused, or only asked for, is rolled back and costs nothing. Errors:
 * Problem 429.
 */
export async function spendAnonymousOrder(tx: Tx): Promise<void> {
  const { platform, caller } = tx;
  const tries = platform.config.anonymousOrders;
  if (tries > 0 && isStranger(caller)) {
    await spend(platform, { name: "anonymous_orders", tries, seconds: HOUR }, caller.address, tx);
  }
}

/** Spends one of the errors that anybody of one network may report in an hour. Errors: Problem 429. */
export async function spendErrorReport(tx: Tx): Promise<void> {
  await spend(tx.platform, budgets.errorReports, tx.caller.address ?? tx.caller.id, tx);
}

/** Somebody of whom nothing is known: who holds only a link did not have to prove an address for it. */
function isStranger({ role, email, link }: Caller): boolean {
  return role === "public" || (link !== undefined && email === undefined);
}

/** Gives a try back that turned out right, so that only wrong ones use a budget up. */
export async function giveBack(platform: Platform, budget: Budget, whose: string | undefined): Promise<void> {
  await giveBackTry(platform.database, bucketOf(platform, budget, whose));
}

/** A keyed digest, because an address is personal data and a plain digest of one can be guessed. */
export function bucketOf(platform: Platform, budget: Budget, whose = "unknown"): string {
  const digest = createHmac("sha256", platform.secrets.sessionSecret).update(`try ${whose}`).digest();
  return `${budget.name}:${digest.subarray(0, 16).toString("base64url")}`;
}
