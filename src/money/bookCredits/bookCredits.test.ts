import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { feeLines } from "../../../test/support/chargeLines.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { testPlatform } from "../../../test/support/testPlatform.ts";
import { lockTestRoot, testRoots } from "../../../test/support/testRoots.ts";
import {
  answer,
  type Caller,
  eventsOf,
  newId,
  type Platform,
  perform,
  publicId,
  systemCaller,
  transact,
} from "../../platform/index.ts";
import { assignCredit } from "../assignCredit/assignCredit.ts";
import {
  type ChargeView,
  cancelCharge,
  chargeOf,
  createCharge,
  money,
  settlePayment,
  startPayment,
} from "../index.ts";
import { balanceOf } from "../ledger/index.ts";
import { listCredits } from "../listCredits/listCredits.ts";
import { listReceivables } from "../listReceivables/listReceivables.ts";
import { showCharge } from "../showCharge/showCharge.ts";
import { bookCredits } from "./bookCredits.ts";

const manager: Caller = { role: "manager", id: "key_manager" };
const currency = "EUR";

let platform: Platform;
let database: { readonly address: object };
let count = 0;

before(async () => {
  const settings = { bankIban: "DE89370400440532013000", bankHolder: "Care", invoiceDays: "14" };
  ({ platform, database } = await testPlatform([testRoots, money], { clock: "test", settings }));
});

describe("a bank transfer", () => {
  test("tells its payer what to write, and exactly that captures the charge", async () => {
    const { rootId, transfer } = await choose();
    match(transfer?.reference ?? "", /^RF\d{2}[0-9A-Z]{10}$/);
    deepEqual(
      [transfer?.iban, transfer?.holder, transfer?.missing],
      ["DE89370400440532013000", "Care", { amount: 5_900, currency }],
    );
    const before = await arrived();
    const booked = await book(transfer?.reference ?? "", 5_900);
    equal(booked.reply?.booked, 1);
    deepEqual(await stand(rootId), ["captured", "succeeded"]);
    equal((await arrived()) - before, 0, "nothing is left over");
  });

  test("too little is kept; a second one completes it, what is too much is the payer's", async () => {
    const { rootId, transfer } = await choose();
    const reference = transfer?.reference ?? "";
    await book(reference, 4_000);
    deepEqual(await stand(rootId), ["open", "pending"]);
    const shown = await answer(platform, manager, showCharge, { id: publicId("chg", rootId, 1) });
    deepEqual(shown.transfer?.missing, { amount: 1_900, currency });
    equal(await payerBalance(rootId), 4_000);
    await book(reference, 2_500);
    deepEqual(await stand(rootId), ["captured", "succeeded"]);
    equal(await payerBalance(rootId), 600);
    await book(reference, 100);
    equal(await payerBalance(rootId), 700, "what comes when all is paid is the payer's");
  });

  test("is booked once, however often the bank's report is sent, and not with another amount", async () => {
    const { rootId, transfer } = await choose();
    const reference = transfer?.reference ?? "";
    const bankId = `twice-${rootId}`;
    const replies = await Promise.all([1, 2, 3].map(() => book(reference, 2_000, bankId)));
    deepEqual(
      replies.map(({ reply }) => reply?.booked ?? Number.NaN).toSorted((one, other) => one - other),
      [0, 0, 1],
    );
    equal(await payerBalance(rootId), 2_000);
    await rejects(book(reference, 2_001, bankId), { status: 400, message: /another amount/ });
  });

  test("with a slip in its reference waits for a person, who is told which charge may be meant", async () => {
    const { rootId, transfer } = await choose();
    const right = transfer?.reference ?? "";
    const last = right.at(-1) === "0" ? "1" : "0";
    const { reply } = await book(right.slice(0, -1) + last, 5_900);
    const [credit] = reply?.credits ?? [];
    deepEqual(await stand(rootId), ["open", "pending"]);
    deepEqual(credit?.suggestions, [publicId("chg", rootId, 1)]);
    const listed = await answer(platform, manager, listCredits, { state: "unallocated" });
    equal(
      listed.data.some(({ id }) => id === credit?.id),
      true,
    );
    const assignment = { id: credit?.id ?? "", chargeId: publicId("chg", rootId, 1) };
    const assigned = await Promise.all(
      [1, 2].map(() => perform(platform, manager, assignCredit, assignment)),
    );
    deepEqual(assigned.map(({ refused }) => refused?.code ?? "done").toSorted(), ["credit_assigned", "done"]);
    deepEqual(await stand(rootId), ["captured", "succeeded"]);
  });

  test("in another currency is not taken for it", async () => {
    const { rootId, transfer } = await choose();
    const { reply } = await book(transfer?.reference ?? "", 5_900, undefined, "USD");
    deepEqual(await stand(rootId), ["open", "pending"]);
    const id = reply?.credits[0]?.id ?? "";
    const chargeId = publicId("chg", rootId, 1);
    equal(
      (await perform(platform, manager, assignCredit, { id, chargeId })).refused?.code,
      "currency_differs",
    );
  });

  test("of what is no currency, or of more than a bank ever moves, is not booked", async () => {
    const booking = { bankId: "slip", reference: "r", bookedOn: "2026-06-02" };
    for (const [amount, currencyOf, status] of [
      [100, "ZZZ", 400],
      [1_000_000_000_001, currency, 400],
      [9_007_199_254_740_991, currency, 400],
      [0, currency, 400],
    ] as const) {
      const credits = [{ ...booking, amount: { amount, currency: currencyOf } }];
      await rejects(perform(platform, manager, bookCredits, { credits }), { status });
    }
  });

  test("that nobody has begun is given up; money that comes all the same is the payer's", async () => {
    const { rootId, transfer } = await choose();
    await pay(rootId, "test_success");
    deepEqual(await stand(rootId), ["captured", "succeeded"]);
    await book(transfer?.reference ?? "", 5_900);
    equal(await payerBalance(rootId), 5_900);
    const other = await choose();
    const given = await transact(platform, systemCaller, async (tx) => {
      await lockTestRoot(tx, other.rootId);
      return await cancelCharge(tx, { rootId: other.rootId, no: 1, purpose: "claim_fee", subjectNo: 1 });
    });
    equal(given.accepted?.type, "ChargeCancelled");
    const shown = await answer(platform, manager, showCharge, { id: publicId("chg", other.rootId, 1) });
    equal(shown.charge.payment?.transfer, undefined, "nobody is told to pay what is not owed");
    deepEqual(shown.transfer?.missing, { amount: 0, currency });
    const begun = await choose();
    await book(begun.transfer?.reference ?? "", 1);
    equal((await start(begun.rootId, "test_success")).refused?.code, "payment_underway");
  });

  test("comes as the bank's report, of which every fault is told by its line", async () => {
    const { rootId, transfer } = await choose();
    const head = "bank_id,booked_on,amount,currency,reference";
    const csv = `${head}\nreport-${rootId},2026-06-02,59.00,EUR,"Care, ${transfer?.reference}"\n`;
    equal((await perform(platform, manager, bookCredits, { csv })).reply?.booked, 1);
    await platform.jobs.drained();
    deepEqual(await stand(rootId), ["captured", "succeeded"]);
    for (const [line, says] of [
      ["x,2026-06-02,59.001,EUR,r", /Line 2: amount/],
      ["x,2026-06-02,-5,EUR,r", /Line 2: amount/],
      ["x,2026-06-02,5.5,JPY,r", /Line 2: amount/],
      ["x,2026-06-02,5.5,ZZZ,r", /Line 2: amount/],
      ["x,2026-02-30,59.00,EUR,r", /Line 2: booked_on/],
      ["x,0000-01-01,59.00,EUR,r", /Line 2: booked_on/],
      ["x,9999-12-31,59.00,EUR,r", /Line 2: booked_on/],
      ["x,2026-06-02,10000000000.01,EUR,r", /more than a bank/],
      [",2026-06-02,59.00,EUR,r", /Line 2: bank_id/],
      ["x,2026-06-02", /cannot be read/],
    ] as const) {
      const wrong = perform(platform, manager, bookCredits, { csv: `${head}\n${line}\n` });
      await rejects(wrong, { status: 400, message: says });
    }
    await rejects(perform(platform, manager, bookCredits, { csv: "a,b\n1,2\n" }), { message: /columns/ });
    const twice = `${head},reference\nx,2026-06-02,1.00,EUR,r,s\n`;
    await rejects(perform(platform, manager, bookCredits, { csv: twice }), { message: /columns/ });
  });
});

describe("an invoice", () => {
  test("is captured as owed, listed when it is overdue, and paid by a transfer that names it", async () => {
    const rootId = await owe();
    const reseller: Caller = { role: "reseller", id: "key_reseller" };
    await rejects(start(rootId, "invoice"), { status: 400 });
    await pay(rootId, "invoice", reseller);
    deepEqual(await stand(rootId), ["captured", "succeeded"]);
    equal(await receivable(rootId), 5_900);
    const [row] = (await answer(platform, manager, listReceivables, {})).data;
    equal(row?.chargeId, publicId("chg", rootId, 1));
    equal(row?.isOverdue, false);
    await book(row?.reference ?? "", 900);
    equal(await receivable(rootId), 5_000);
    await book(row?.reference ?? "", 5_100);
    equal(await receivable(rootId), 0);
    equal(await payerBalance(rootId), 100);
    deepEqual((await answer(platform, manager, listReceivables, {})).data, []);
    const types = (await eventsOf(platform.database, rootId)).map(({ type }) => type);
    equal(types.filter((type) => type === "ChargeCaptured").length, 1);
  });
});

test("the books balance at the end", async () => {
  deepEqual(await invariantSweep(database), []);
});

async function owe(): Promise<string> {
  const rootId = newId(platform.clock.now());
  const amount = { amount: 5_900, currency };
  await transact(platform, systemCaller, (tx) =>
    createCharge(tx, rootId, { purpose: "claim_fee", subjectNo: 1, amount, lines: feeLines(5_900) }),
  );
  return rootId;
}

async function start(rootId: string, method: string, caller: Caller = systemCaller) {
  return await transact(platform, caller, async (tx) => {
    await lockTestRoot(tx, rootId);
    const charge = await chargeOf(tx, rootId, 1);
    return await startPayment(tx, charge as NonNullable<typeof charge>, method);
  });
}

async function pay(rootId: string, method: string, caller?: Caller): Promise<ChargeView> {
  const { accepted } = await start(rootId, method, caller);
  return await settlePayment(platform, systemCaller, accepted as ChargeView);
}

/** A payer who has chosen to transfer, and what they are told. */
async function choose() {
  const rootId = await owe();
  const { payment } = await pay(rootId, "bank_transfer");
  return { rootId, transfer: payment?.transfer };
}

async function book(reference: string, amount: number, bankId = `bank-${++count}`, money = currency) {
  const credit = { bankId, reference, bookedOn: "2026-06-02", amount: { amount, currency: money } };
  const booked = await perform(platform, manager, bookCredits, { credits: [credit] });
  await platform.jobs.drained();
  return booked;
}

async function stand(rootId: string): Promise<unknown[]> {
  const charge = await chargeOf(platform.database, rootId, 1);
  return [charge?.state, charge?.attempt?.state];
}

const place = { programme: feeLines(1)[0]?.programme ?? "", region: feeLines(1)[0]?.region ?? "", currency };

async function payerBalance(rootId: string): Promise<number> {
  const party = publicId("chg", rootId, 1);
  return (await balanceOf(platform.database, { ...place, kind: "payer_balance", party })).amount;
}

async function receivable(rootId: string): Promise<number> {
  const party = publicId("chg", rootId, 1);
  return (await balanceOf(platform.database, { ...place, kind: "receivable", party })).amount;
}

async function arrived(): Promise<number> {
  const nowhere = { programme: "none", region: "none", currency, kind: "unallocated" } as const;
  return (await balanceOf(platform.database, nowhere)).amount;
}
