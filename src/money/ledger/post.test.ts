import { deepEqual, equal, rejects } from "node:assert/strict";
import { before, test } from "node:test";
import fc from "fast-check";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { testPlatform } from "../../../test/support/testPlatform.ts";
import { newId, type Platform, Rollback, systemCaller, transact } from "../../platform/index.ts";
import { ACCOUNT_KINDS, type Account, type AccountKind } from "./account.ts";
import { balanceOf } from "./balanceOf.ts";
import { type Posting, post } from "./post.ts";

let platform: Platform;
let database: TestDatabase;

before(async () => {
  ({ platform, database } = await testPlatform([]));
});

const account = (kind: AccountKind, currency = "EUR"): Account => ({
  ...{ programme: "care", region: "EU", kind, currency },
  party: kind === "clearing" ? "test" : "",
});
const newRoot = () => newId(platform.clock.now());
const write = (rootId: string, source: string, postings: readonly Posting[]) =>
  transact(platform, systemCaller, (tx) => post(tx, rootId, source, postings));
const query = (text: string) => ownerQuery(database as never, text, []);

test("a posting moves its amount: what one account gains another gives", async () => {
  const rootId = newRoot();
  const debit = account("clearing", "JPY");
  const credit = account("deferred_revenue", "JPY");
  await write(rootId, "charge/1/captured", [{ debit, credit, amountMinor: 8_900, chargeNo: 1 }]);
  await write(rootId, "charge/1/paid_back", [{ debit: credit, credit: debit, amountMinor: 900 }]);
  deepEqual(await balanceOf(platform.database, debit), { amount: 8_000, currency: "JPY" });
  deepEqual(await balanceOf(platform.database, credit), { amount: 8_000, currency: "JPY" });
  deepEqual(
    await query(
      `select no, source, part, amount_minor, charge_no from money.posting where root_id = '${rootId}'`,
    ),
    [
      { no: 1, source: "charge/1/captured", part: 1, amount_minor: "8900", charge_no: 1 },
      { no: 2, source: "charge/1/paid_back", part: 1, amount_minor: "900", charge_no: null },
    ],
  );
});

test("an account that nothing was posted to holds nothing", async () => {
  const balance = await balanceOf(platform.database, { ...account("bank"), programme: "unheard-of" });
  deepEqual(balance, { amount: 0, currency: "EUR" });
});

test("the same source is posted once, and moves of nothing not at all", async () => {
  const rootId = newRoot();
  const posting = { debit: account("bank"), credit: account("unallocated"), amountMinor: 5 };
  await write(rootId, "credit/1", [{ ...posting, amountMinor: 0 }]);
  await write(rootId, "credit/1", [posting, { ...posting, amountMinor: 0 }, posting]);
  await rejects(write(rootId, "credit/1", [posting]), { constraint: "posting_once" });
  equal((await balanceOf(platform.database, account("bank"))).amount, 10);
});

test("a move into another currency, of a fraction, or of less than nothing is a mistake", async () => {
  const posting = { debit: account("bank"), credit: account("unallocated") };
  for (const amountMinor of [-1, 0.5, Number.NaN]) {
    await rejects(write(newRoot(), "credit/1", [{ ...posting, amountMinor }]), { code: "ERR_ASSERTION" });
  }
  const across = { debit: account("bank"), credit: account("unallocated", "PLN"), amountMinor: 1 };
  await rejects(write(newRoot(), "credit/1", [across]), { code: "ERR_ASSERTION" });
});

test("accounts outlive the transaction that wanted them first, and it leaves nothing else", async () => {
  const debit = { ...account("penalties"), region: "US" };
  const credit = { ...account("refunds_payable"), region: "US" };
  const rootId = newRoot();
  await transact(platform, systemCaller, async (tx) => {
    await post(tx, rootId, "refund/1/late", [{ debit, credit, amountMinor: 7 }]);
    return new Rollback(undefined);
  });
  equal((await balanceOf(platform.database, debit)).amount, 0);
  await write(rootId, "refund/1/late", [{ debit, credit, amountMinor: 7 }]);
  equal((await balanceOf(platform.database, debit)).amount, 7);
});

test("it takes one statement once the accounts are known", async () => {
  const postings = [{ debit: account("bank"), credit: account("unallocated"), amountMinor: 1 }];
  await write(newRoot(), "warm", postings);
  await transact(platform, systemCaller, async (tx) => {
    const sent = tx.statements;
    await post(tx, newRoot(), "counted", [...postings, ...postings, ...postings]);
    equal(tx.statements - sent, 1);
  });
});

const kinds = Object.keys(ACCOUNT_KINDS) as AccountKind[];
const move = fc.record({
  pair: fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 2, maxLength: 2 }),
  amountMinor: fc.integer({ min: 0, max: 1_000_000_000 }),
  currency: fc.constantFrom("EUR", "JPY", "TND"),
  root: fc.integer({ min: 0, max: 3 }),
});

test("whoever posts at once: both sides are equal, and months are the sums of postings", async () => {
  const roots = Array.from({ length: 4 }, newRoot);
  let turn = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 20 }), async (moves) => {
      const byRoot = Map.groupBy(moves, ({ root }) => root);
      turn += 1;
      await Promise.all(
        [...byRoot].map(([root, own]) =>
          write(
            roots[root] as string,
            `turn/${turn}`,
            own.map(({ pair, amountMinor, currency }) => ({
              debit: account(pair[0] as AccountKind, currency),
              credit: account(pair[1] as AccountKind, currency),
              amountMinor,
            })),
          ),
        ),
      );
    }),
    { numRuns: 40 },
  );
  const [sides] = await query(
    "select sum(debit_minor) = sum(credit_minor) as equal from money.account_month",
  );
  deepEqual(sides, { equal: true });
  const wrong = await query(`
    select account_id from (
      select account_id, debit_minor as debit, credit_minor as credit from money.account_month
      union all select debit_id, -amount_minor, 0 from money.posting
      union all select credit_id, 0, -amount_minor from money.posting) as all_sides
     group by account_id having sum(debit) <> 0 or sum(credit) <> 0`);
  deepEqual(wrong, []);
});
