import { createHash } from "node:crypto";
import type { Database, Tx } from "../../platform/index.ts";
import type { Account } from "./account.ts";
import { accountsThere, makeAccounts } from "./ledgerStore.ts";

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
  const names = accounts.map(nameOf);
  const unseen = new Map(
    accounts.filter((_, place) => !known.has(names[place] as string)).map((one) => [accountId(one), one]),
  );
  if (unseen.size > 0) {
    await makeMissing(tx, unseen);
  }
  return accounts.map((account, place) => {
    const name = names[place] as string;
    const id = known.get(name) ?? accountId(account);
    known.set(name, id);
    return id;
  });
}

async function makeMissing(tx: Tx, unseen: Map<number, Account>): Promise<void> {
  for (const { accountId: there } of await accountsThere(tx, [...unseen.keys()])) {
    unseen.delete(there);
  }
  if (unseen.size > 0) {
    const accounts = [...unseen.values()];
    await makeAccounts(
      tx.platform.database,
      [...unseen.keys()],
      accounts.map(({ programme }) => programme),
      accounts.map(({ region }) => region),
      accounts.map(({ currency }) => currency),
      accounts.map(({ kind }) => kind),
      accounts.map(({ party = "" }) => party),
    );
  }
}

function nameOf({ programme, region, currency, kind, party = "" }: Account): string {
  return JSON.stringify([programme, region, currency, kind, party]);
}
