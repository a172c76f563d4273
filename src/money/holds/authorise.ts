import assert from "node:assert/strict";
import { badField, type Tx } from "../../platform/index.ts";
import { startAttempt } from "../attempts/index.ts";
import { methods, providerOf } from "../providers/index.ts";
import type { Authorisation, Hold } from "./hold.ts";
import { insertAuthorisation, orderAuthorisation, triedAuthorisation } from "./holdStore.ts";

/** What the events of a hold say of it. */
export function aboutHold({ no, subjectNo }: Pick<Hold, "no" | "subjectNo">): {
  readonly claimNo: number;
  readonly holdNo: number;
} {
  return { claimNo: subjectNo, holdNo: no };
}

/** Who takes a method that somebody named. Errors: Problem 400 for one that nobody takes. */
export function providerFor(tx: Tx, method: string): string {
  const provider = providerOf(tx.platform, method);
  if (provider === undefined) {
    const way = `Pay by one of: ${methods(tx.platform).join(", ")}.`;
    throw badField("/method", "unknown_method", way);
  }
  return provider.name;
}

/** Asks for an authorisation of a hold whose root is locked; a job calls the provider after the commit. */
export async function authorise(tx: Tx, hold: Hold, method: string, provider: string): Promise<void> {
  const { rootId, no: holdNo, amountMinor, currency } = hold;
  const asked = await insertAuthorisation(tx, rootId, holdNo, method, provider, amountMinor, currency, tx.at);
  const told = { ...aboutHold(hold), amount: { amount: amountMinor, currency } };
  await startAttempt(tx, { about: "hold" }, rootId, asked.no, { provider, method, told });
}

/** Authorises a card anew, as it was authorised the last time. */
export async function renew(tx: Tx, hold: Hold, last: Pick<Authorisation, "no" | "method">): Promise<void> {
  const tried = await triedAuthorisation(tx, hold.rootId, last.no);
  assert(tried !== undefined, "what covers a hold is there");
  await authorise(tx, hold, tried.method, tried.provider);
}

/** Orders that a placed authorisation is captured or released; a job tells the provider after the commit. */
export async function order(
  tx: Tx,
  hold: Hold,
  {
    no,
    what,
    amountMinor,
  }: { readonly no: number; readonly what: "capture" | "release"; readonly amountMinor: number },
): Promise<boolean> {
  const { rootId } = hold;
  const tried = await orderAuthorisation(tx, rootId, no, what, amountMinor, tx.at);
  if (tried === undefined) {
    return false;
  }
  const { provider, method } = tried;
  await startAttempt(tx, { about: what }, rootId, no, { provider, method, told: aboutHold(hold) });
  return true;
}
