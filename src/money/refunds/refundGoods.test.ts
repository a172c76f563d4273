import { deepEqual, equal, rejects } from "node:assert/strict";
import { before, test } from "node:test";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { testPlatform } from "../../../test/support/testPlatform.ts";
import { lockTestRoot, testRoots } from "../../../test/support/testRoots.ts";
import { type Caller, newId, type Platform, systemCaller, type Tx, transact } from "../../platform/index.ts";
import {
  bookHandOver,
  type ChargeLine,
  type ChargeView,
  chargeOf,
  createCharge,
  GOODS,
  type GoodsWanted,
  goodsOf,
  money,
  type Refund,
  refundGoods,
  requestRefund,
  settlePayment,
  startPayment,
} from "../index.ts";
import { saveRefundDecision } from "./saveRefundDecision.ts";

let platform: Platform;
let database: TestDatabase;
before(async () => {
  ({ platform, database } = await testPlatform([testRoots, money]));
});

const PLACE = { programme: GOODS, region: "EE", plan: null, taxKind: "vat" } as const;
const LINES: readonly ChargeLine[] = [
  { ...PLACE, kind: "goods", quantity: 3, netMinor: 3_000, taxMinor: 720 },
  { ...PLACE, kind: "goods", quantity: 1, netMinor: 90_000, taxMinor: 21_600 },
  { ...PLACE, kind: "delivery", quantity: 1, netMinor: 282, taxMinor: 68 },
];

async function bought(lines: readonly ChargeLine[] = LINES): Promise<string> {
  const rootId = newId(platform.clock.now());
  const sum = lines.reduce((all, { netMinor, taxMinor }) => all + netMinor + taxMinor, 0);
  const amount = { amount: sum, currency: "EUR" };
  await on(rootId, (tx) => createCharge(tx, rootId, { purpose: "order", amount, lines }));
  if (sum > 0) {
    const { accepted } = await on(rootId, async (tx) => {
      const charge = await chargeOf(tx, rootId, 1);
      return await startPayment(tx, charge as NonNullable<typeof charge>, "test_success");
    });
    await settlePayment(platform, systemCaller, accepted as ChargeView);
  }
  return rootId;
}

const on = <Result>(
  rootId: string,
  work: (tx: Tx) => Promise<Result>,
  caller: Caller = systemCaller,
): Promise<Result> =>
  transact(platform, caller, async (tx) => {
    await lockTestRoot(tx, rootId);
    return await work(tx);
  });
const handOver = (rootId: string, no: number, lineNo: number, pieces: number) =>
  on(rootId, (tx) =>
    bookHandOver(tx, rootId, {
      ...{ chargeNo: 1, source: `parcel/${no}/handed_over`, lines: [{ lineNo, pieces }] },
    }),
  );
const giveBack = (rootId: string, goods: readonly GoodsWanted[]): Promise<Refund | undefined> =>
  on(rootId, (tx) =>
    refundGoods(tx, rootId, {
      ...{ chargeNo: 1, kind: "cancellation", subject: `ord_${rootId}`, reason: "late", dueAt: null, goods },
    }),
  );
/** What each account of kinds of a root holds, credits less debits. */
const books = async (rootId: string): Promise<Record<string, number>> => {
  const rows = await ownerQuery<{ kind: string; held: number }>(
    database,
    `select kind, sum(amount)::integer as held
       from (select credit_id as account_id, amount_minor as amount from money.posting where root_id = $1
              union all
             select debit_id, -amount_minor from money.posting where root_id = $1) as moved
       join money.account using (account_id) group by kind having sum(amount) <> 0 order by kind`,
    [rootId],
  );
  return Object.fromEntries(rows.map(({ kind, held }) => [kind, held]));
};

test("paid goods are owed, handed over they are income, their delivery with the first of them", async () => {
  const rootId = await bought();
  deepEqual(await books(rootId), { clearing: -115_670, tax_payable: 22_388, undelivered_goods: 93_282 });
  await handOver(rootId, 1, 1, 2);
  deepEqual(await books(rootId), {
    ...{ clearing: -115_670, goods_income: 2_282, tax_payable: 22_388, undelivered_goods: 91_000 },
  });
  await handOver(rootId, 2, 1, 1);
  const [first, , delivery] = await goodsOf(platform.database, rootId, 1);
  deepEqual([first?.owedQuantity, first?.incomeMinor, delivery?.incomeMinor], [0, 3_000, 282]);
  await rejects(handOver(rootId, 3, 1, 1), /does not owe 1 pieces/);
  await rejects(handOver(rootId, 1, 2, 1), /posting_once/);
});

test("what will not come is paid back out of what is owed, what came back out of income", async () => {
  const rootId = await bought();
  await handOver(rootId, 1, 1, 1);
  const refund = await giveBack(rootId, [
    { lineNo: 1, pieces: 1, from: "income" },
    { lineNo: 1, pieces: 2, from: "owed" },
  ]);
  equal(refund?.amountMinor, 3_720);
  deepEqual(await books(rootId), {
    ...{ clearing: -115_670, goods_income: 282, refunds_payable: 3_720 },
    ...{ tax_payable: 21_668, undelivered_goods: 90_000 },
  });
  await rejects(giveBack(rootId, [{ lineNo: 1, pieces: 1, from: "owed" }]), /goods_not_there/);
});

test("declined by a second person, everything is owed as before", async () => {
  const rootId = await bought();
  const refund = (await giveBack(rootId, [{ lineNo: 2, pieces: 1, from: "owed" }])) as Refund;
  deepEqual([refund.state, refund.amountMinor], ["requested", 111_600]);
  const other = { ...systemCaller, id: "somebody else" };
  await on(rootId, (tx) => saveRefundDecision(tx, refund, "decline", "it came after all"), other);
  deepEqual(await books(rootId), { clearing: -115_670, tax_payable: 22_388, undelivered_goods: 93_282 });
  const [, second] = await goodsOf(platform.database, rootId, 1);
  deepEqual([second?.owedQuantity, second?.returnedQuantity, second?.refundedTaxMinor], [1, 0, 0]);
});

test("after a kindness no more comes back than was paid, and nothing stays owed", async () => {
  const rootId = await bought(LINES.slice(0, 1));
  const kindness = { chargeNo: 1, kind: "goodwill", subject: null, reason: "sorry", dueAt: null } as const;
  await on(rootId, (tx) => requestRefund(tx, rootId, { ...kindness, wanted: { goodwillMinor: 1_000 } }));
  const refund = await giveBack(rootId, [{ lineNo: 1, pieces: 3, from: "owed" }]);
  equal(refund?.amountMinor, 2_720);
  const { tax_payable = 0, undelivered_goods = 0 } = await books(rootId);
  deepEqual([tax_payable, undelivered_goods], [0, 0]);
  const other = await bought(LINES.slice(0, 1));
  await on(other, (tx) => requestRefund(tx, other, { ...kindness, wanted: { goodwillMinor: 3_720 } }));
  equal(await giveBack(other, [{ lineNo: 1, pieces: 3, from: "owed" }]), undefined);
  const [given] = await goodsOf(platform.database, other, 1);
  deepEqual([given?.owedMinor, given?.returnedQuantity, given?.incomeMinor], [0, 3, 3_000]);
});

test("goods for nothing are handed over and given up like others", async () => {
  const free = { ...PLACE, kind: "goods", quantity: 2, netMinor: 0, taxMinor: 0, taxKind: "none" } as const;
  const rootId = await bought([free]);
  await handOver(rootId, 1, 1, 1);
  equal(await giveBack(rootId, [{ lineNo: 1, pieces: 1, from: "owed" }]), undefined);
  const [line] = await goodsOf(platform.database, rootId, 1);
  deepEqual([line?.owedQuantity, line?.returnedQuantity], [0, 1]);
});

test("the books agree with all of that", async () => deepEqual(await invariantSweep(database), []));
