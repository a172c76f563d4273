import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import fc from "fast-check";
import { feeLines } from "../../../test/support/chargeLines.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { testPlatform } from "../../../test/support/testPlatform.ts";
import { lockTestRoot, testRoots } from "../../../test/support/testRoots.ts";
import { type Caller, newId, type Platform, perform, systemCaller, transact } from "../../platform/index.ts";
import { bookCredits } from "../bookCredits/bookCredits.ts";
import { chargeOf, createCharge, money, startPayment } from "../index.ts";
import { balanceOf } from "../ledger/index.ts";
import {
  accountOf,
  askCorrection,
  availableOf,
  balanceAccount,
  changeResellerAccount,
  endBalanceCorrection,
  judgeSpend,
  moveBalance,
  openResellerAccount,
  type ResellerAccount,
} from "./index.ts";

const currency = "EUR";
const manager: Caller = { role: "manager", id: "key_manager" };

let platform: Platform;
let database: { readonly address: object };

before(async () => {
  const settings = { bankIban: "DE89370400440532013000", bankHolder: "Care", invoiceDays: "14" };
  ({ platform, database } = await testPlatform([testRoots, money], { clock: "test", settings }));
});

describe("what a reseller may spend", () => {
  it("is its balance and credit, less what is open on invoices, to the cent", () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (balanceMinor, creditMinor, invoicedMinor, cost) => {
        const account = { ...known, balanceMinor, creditMinor, invoicedMinor };
        const { refused } = judgeSpend(cost, account, String);
        assert.equal(refused === undefined, cost <= balanceMinor + creditMinor - invoicedMinor);
        if (refused !== undefined) {
          assert.match(refused.next, new RegExp(`Transfer ${cost - availableOf(account)} `));
        }
      }),
    );
  });
});

describe("a reseller's account", () => {
  it("pays an order out of its balance at once, and tells what is missing for the next", async () => {
    const reseller = await open({ creditMinor: 10_000 });
    assert.deepEqual((await pay(reseller, 6_000, "balance")).accepted?.state, "captured");
    const { refused } = await pay(reseller, 6_000, "balance");
    assert.equal(refused?.code, "over_credit");
    assert.match(refused?.next ?? "", /Transfer 20\.00 EUR with the reference RF/);
    await stands(reseller, -6_000, 0);
  });

  it("counts open invoices against the same credit, with days of its own", async () => {
    const reseller = await open({ creditMinor: 10_000, invoiceDays: 30 });
    const { accepted } = await pay(reseller, 7_000, "invoice");
    assert.equal(accepted?.state, "captured");
    assert.equal((await pay(reseller, 4_000, "balance")).refused?.code, "over_credit");
    assert.equal((await pay(reseller, 4_000, "invoice")).refused?.code, "over_credit");
    await stands(reseller, 0, 7_000);
    const [owed] = await ownerQuery(
      database,
      `select due_on - invoiced_at::date as days, reference from money.receivable
        where reseller_id = '${reseller}'`,
    );
    assert.equal((owed as { days: number }).days, 30);
    await transfer((owed as { reference: string }).reference, 7_000);
    await stands(reseller, 0, 0);
    assert.equal((await pay(reseller, 10_000, "balance")).accepted?.state, "captured");
  });

  it("has no invoice where the contract gives none, and nothing in another currency", async () => {
    const reseller = await open({ creditMinor: 10_000 });
    await assert.rejects(pay(reseller, 100, "invoice"), { status: 400 });
    assert.equal((await pay(reseller, 100, "balance", "PLN")).refused?.code, "account_currency_differs");
    await assert.rejects(pay(undefined, 100, "balance"), { status: 400 });
  });

  it("is topped up by a transfer with its reference, each of the bank's bookings once", async () => {
    const reseller = await open({ creditMinor: 0 });
    const { reference } = await account(reseller);
    await transfer(`order money ${reference}`, 25_000, "bank-one");
    await transfer(`order money ${reference}`, 25_000, "bank-one");
    await stands(reseller, 25_000, 0);
    assert.equal((await pay(reseller, 25_000, "balance")).accepted?.state, "captured");
    await stands(reseller, 0, 0);
  });

  it("is corrected by two people, and not below its credit", async () => {
    const reseller = await open({ creditMinor: 1_000 });
    const asked = await inTx(manager, (tx) =>
      askCorrection(tx, reseller, { currency, amountMinor: -900, reason: "a code given twice" }),
    );
    assert(asked.accepted);
    const correction = asked.accepted;
    const answer = (agrees: boolean, isSamePerson: boolean, by = "key_other") =>
      inTx({ ...manager, id: by }, (tx) => endBalanceCorrection(tx, correction, { agrees, isSamePerson }));
    assert.equal((await answer(true, true)).refused?.code, "correction_same_person");
    await stands(reseller, 0, 0);
    assert.equal((await answer(true, false)).accepted?.state, "booked");
    assert.equal((await answer(true, false)).refused?.code, "correction_ended");
    await stands(reseller, -900, 0);
    const more = await inTx(manager, (tx) =>
      askCorrection(tx, reseller, { currency, amountMinor: -200, reason: "and once more" }),
    );
    assert(more.accepted);
    const second = more.accepted;
    const { refused } = await inTx({ ...manager, id: "key_other" }, (tx) =>
      endBalanceCorrection(tx, second, { agrees: true, isSamePerson: false }),
    );
    assert.equal(refused?.code, "over_credit");
    assert.equal(
      await inTx(manager, (tx) =>
        changeResellerAccount(tx, { resellerId: reseller, currency, creditMinor: 899, invoiceDays: null }),
      ),
      false,
      "a credit that is used is not taken away",
    );
  });

  it("is spent once by fifty orders at the same time", async () => {
    const reseller = await open({ creditMinor: 10_000, invoiceDays: 14 });
    const orders = await Promise.all(Array.from({ length: 50 }, () => owe(700)));
    const ends = await Promise.all(
      orders.map((rootId, index) => payRoot(reseller, rootId, index % 2 === 0 ? "balance" : "invoice")),
    );
    const paid = ends.filter(({ accepted }) => accepted?.state === "captured").length;
    assert.equal(paid, 14, "fourteen times 7.00 is what 100.00 pays");
    assert.equal(ends.filter(({ refused }) => refused?.code === "over_credit").length, 36);
    const { balanceMinor, invoicedMinor } = await account(reseller);
    assert.equal(balanceMinor - invoicedMinor, -9_800);
    await stands(reseller, balanceMinor, invoicedMinor);
  });

  it("is spent twice where nothing is locked, and that is seen", async () => {
    const reseller = await open({ creditMinor: 1_000 });
    const before = await account(reseller);
    const unlocked = async () => {
      assert(judgeSpend(700, before, String).accepted);
      return await inTx(manager, (tx) => moveBalance(tx, reseller, currency, -700));
    };
    const ends = await Promise.allSettled([unlocked(), unlocked()]);
    assert.deepEqual(
      ends.map(({ status }) => status).toSorted(),
      ["fulfilled", "rejected"],
      "the check of the row keeps what the lock would have kept",
    );
    const found = (await invariantSweep(database)) as { root: string }[];
    assert.ok(
      found.some(({ root }) => root === reseller),
      "a balance beside the books is told",
    );
    await inTx(manager, (tx) => moveBalance(tx, reseller, currency, 700));
  });

  it("ties to the books at the end", async () => {
    assert.deepEqual(await invariantSweep(database), []);
  });
});

const known: ResellerAccount = {
  ...{ resellerId: "r", currency, balanceMinor: 0, creditMinor: 0, invoiceDays: null, invoicedMinor: 0 },
  reference: "RF00REFERENCE0",
};

function inTx<T>(caller: Caller, work: Parameters<typeof transact<T>>[2]): Promise<T> {
  return transact(platform, caller, work);
}

async function open(terms: { readonly creditMinor: number; readonly invoiceDays?: number }): Promise<string> {
  const resellerId = newId(platform.clock.now());
  await inTx(manager, (tx) => openResellerAccount(tx, { resellerId, currency, invoiceDays: null, ...terms }));
  return resellerId;
}

async function owe(amount: number, money = currency): Promise<string> {
  const rootId = newId(platform.clock.now());
  const owed = { amount, currency: money };
  await inTx(systemCaller, (tx) =>
    createCharge(tx, rootId, { purpose: "claim_fee", subjectNo: 1, amount: owed, lines: feeLines(amount) }),
  );
  return rootId;
}

async function payRoot(reseller: string | undefined, rootId: string, method: string) {
  const team = reseller === undefined ? {} : { reseller: { id: reseller, teamRole: "buyer" as const } };
  return await inTx({ role: "reseller", id: "key_buyer", ...team }, async (tx) => {
    await lockTestRoot(tx, rootId);
    const charge = await chargeOf(tx, rootId, 1);
    assert(charge);
    return await startPayment(tx, charge, method);
  });
}

async function pay(reseller: string | undefined, amount: number, method: string, money = currency) {
  return await payRoot(reseller, await owe(amount, money), method);
}

let bookings = 0;
async function transfer(reference: string, amount: number, bankId = `bank-${++bookings}`): Promise<void> {
  const credit = { bankId, reference, bookedOn: "2026-06-02", amount: { amount, currency } };
  await perform(platform, manager, bookCredits, { credits: [credit] });
  await platform.jobs.drained();
}

async function account(reseller: string): Promise<ResellerAccount> {
  const found = await accountOf(platform.database, reseller, currency);
  assert(found);
  return found;
}

/** The row and the ledger say the same. */
async function stands(reseller: string, balance: number, invoiced: number): Promise<void> {
  const { balanceMinor, invoicedMinor } = await account(reseller);
  const ledger = await balanceOf(platform.database, balanceAccount(reseller, currency));
  assert.deepEqual([balanceMinor, ledger.amount, invoicedMinor], [balance, balance, invoiced]);
}
