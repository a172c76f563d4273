import assert from "node:assert/strict";
import type { Database, Queryable, Tx } from "../../platform/index.ts";
import type { Account } from "./account.ts";
import { accountsNamed, makeAccounts } from "./ledgerStore.ts";

/** The ids of accounts are the same for ever, so a process reads each of them once. */
const held = new WeakMap<Database, Map<string, number>>();

/** What tells two accounts apart. */
export function accountName({ programme, region, currency, kind, party = "" }: Account): string {
  return JSON.stringify([programme, region, currency, kind, party]);
}

/**
 * The ids of accounts, in their order. One that is not there is made, outside the caller's transaction: an
 * account with nothing in it harms nobody when that is rolled back, and nobody waits for its end to use the
 * account.
 */
export async function accountIds(tx: Tx, accounts: readonly Account[]): Promise<number[]> {
  const { database } = tx.platform;
  const known = held.get(database) ?? new Map<string, number>();
  held.set(database, known);
  const missing = () => accounts.filter((account) => !known.has(accountName(account)));
  await learn(tx, known, missing());
  if (missing().length > 0) {
    await makeAccounts(database, ...columnsOf(missing()));
    await learn(tx, known, missing());
  }
  return accounts.map((account) => {
    const id = known.get(accountName(account));
    assert(id !== undefined, "an account that was made is there");
    return id;
  });
}

async function learn(db: Queryable, known: Map<string, number>, accounts: readonly Account[]): Promise<void> {
  if (accounts.length === 0) {
    return;
  }
  for (const { place, accountId } of await accountsNamed(db, ...columnsOf(accounts))) {
    known.set(accountName(accounts[place - 1] as Account), accountId);
  }
}

function columnsOf(accounts: readonly Account[]): string[][] {
  return [
    accounts.map(({ programme }) => programme),
    accounts.map(({ region }) => region),
    accounts.map(({ currency }) => currency),
    accounts.map(({ kind }) => kind),
    accounts.map(({ party = "" }) => party),
  ];
}
