import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { Database, Queryable, Tx } from "../../platform/index.ts";
import type { Account } from "./account.ts";
import { accountsThere, makeAccounts } from "./postingStore.ts";

/** How much of the digest is the id: as much as a number holds exactly. */
const ID_BYTES = 6;

/** The id of an account: a digest of its name, the same in every process and for ever. */
export function accountId(account: Account): number {
  return createHash("sha256").update(nameOf(account)).digest().readUIntBE(0, ID_BYTES);
}

/** The accounts that a process has seen. They are never taken away. */
const seen = new WeakMap<Database, Map<string, number>>();

/**
 * The ids of accounts, in their order. One that is not there is made, outside the caller's transaction: an
 * account with nothing in it harms nobody when that is rolled back, and nobody waits for its end to use it.
 */
export async function accountIds(tx: Tx, accounts: readonly Account[]): Promise<number[]> {
  const { database } = tx.platform;
  const known = seen.get(database) ?? new Map<string, number>();
  seen.set(database, known);
  const unknown = () => accounts.filter((account) => !known.has(nameOf(account)));
  await learn(tx, known, unknown());
  const missing = unknown();
  if (missing.length > 0) {
    await makeAccounts(database.beside, ...columnsOf(missing));
    await learn(tx, known, missing);
  }
  return accounts.map((account) => {
    const id = known.get(nameOf(account));
    assert(id !== undefined, `two accounts have one id: ${nameOf(account)}`);
    return id;
  });
}

async function learn(db: Queryable, known: Map<string, number>, accounts: readonly Account[]): Promise<void> {
  if (accounts.length > 0) {
    for (const there of await accountsThere(db, accounts.map(accountId))) {
      known.set(nameOf(there), there.accountId);
    }
  }
}

function columnsOf(accounts: readonly Account[]): unknown[][] {
  return [
    accounts.map(accountId),
    accounts.map(({ programme }) => programme),
    accounts.map(({ region }) => region),
    accounts.map(({ currency }) => currency),
    accounts.map(({ kind }) => kind),
    accounts.map(({ party = "" }) => party),
  ];
}

function nameOf({ programme, region, currency, kind, party = "" }: Account): string {
  return JSON.stringify([programme, region, currency, kind, party]);
}
