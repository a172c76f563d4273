import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, test } from "node:test";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type PaidPlan, paidPlan } from "../../../test/support/paidPlan.ts";
import { REFUND_TERMS, union } from "../../../test/support/soldPlan2025.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { createCharge, startPayment } from "../../money/index.ts";
import { eventsOf, listMail, lockRoot, readMail, systemCaller, transact } from "../../platform/index.ts";

const ADA = "owner ada@example.com";
const withdrawal = { by: "holder", reason: "withdrawal" };

let app: TestApp;
before(async () => {
  app = await testApp({ now: "2025-08-11T10:00:00Z", settings: { programmes: REFUND_TERMS } });
});
after(() => app.stop());

const typesOf = async (rootId: string): Promise<string[]> =>
  (await eventsOf(app.platform.database, rootId)).map(({ type }) => type);

test("a withdrawal is acknowledged by mail: when to the minute, how much, by which law", async () => {
  const plan = await paidPlan(app, union);
  equal((await app.call(ADA, `POST /v1/contracts/${plan.contract}/cancellation`, withdrawal)).status, 200);
  await app.platform.jobs.drained();
  const { dataFolder } = app.platform.config;
  const kept = (await listMail(dataFolder)).find(({ subject }) => /^We have your notice/.test(subject));
  ok(kept !== undefined);
  const mail = JSON.stringify(await readMail(dataFolder, kept.id));
  match(mail, /Monday 11 August 2025, 10:00 \(Atlantic\/Azores\)/);
  match(mail, /43\.64 EUR/);
  match(mail, /The law says \(eu\)/);
  match(mail, /until the end of Monday 25 August 2025 at the latest/);
});

test("a refund that nobody agrees to is told of before its day and on it", async () => {
  const dear = { ...union, netMinor: 20_000, taxMinor: 4_600 };
  const plans = [await paidPlan(app, dear), await paidPlan(app, dear)] as const;
  const ids: string[] = [];
  for (const { contract } of plans) {
    const { body } = await app.call(ADA, `POST /v1/contracts/${contract}/cancellation`, withdrawal);
    ids.push((body.refund as { id: string }).id);
  }
  await app.call("manager", `POST /v1/refunds/${ids[1]}/approval`, { decision: "approve", reason: "right" });
  await app.moveTo("2025-08-23T12:00:00Z");
  ok((await typesOf(plans[0].orderId)).includes("RefundDueSoon"));
  ok(!(await typesOf(plans[0].orderId)).includes("RefundLate"));
  await app.moveTo("2025-08-26T12:00:00Z");
  ok((await typesOf(plans[0].orderId)).includes("RefundLate"));
  const told = (await typesOf(plans[1].orderId)).filter((type) => /Due|Late/.test(type));
  deepEqual(told, []);
  const due = await app.call("staff", "GET /v1/refunds?state=requested&dueBefore=2025-08-26T12:00:00Z");
  deepEqual(
    (due.body.data as { id: string }[]).map(({ id }) => id),
    [ids[0]],
  );
});

/** A plan that is renewed and paid for, so that another waits for it, under terms without statutes. */
async function renewedPlan(): Promise<PaidPlan> {
  const plan = await paidPlan(app, { ...union, concludedAt: "2025-08-20T10:00:00Z" });
  const { deviceId } = plan;
  await ownerQuery(
    app.database as TestDatabase,
    `insert into contracts.renewal (device_id, contract_no, charge_no, product, receipt, requested_at)
     values ($1, 1, 1, 'care-1y', '{}', now())`,
    [deviceId],
  );
  await transact(app.platform, systemCaller, async (tx) => {
    await lockRoot(tx, deviceId);
    const line = { kind: "plan", programme: union.programme, region: "EU", plan: "care-1y" } as const;
    const charge = await createCharge(tx, deviceId, {
      ...{ purpose: "renewal", subjectNo: 1, amount: { amount: 2460, currency: "EUR" } },
      lines: [{ ...line, quantity: 1, netMinor: 2000, taxMinor: 460, taxKind: "vat" }],
    });
    await startPayment(tx, charge, "test_success");
  });
  await app.platform.jobs.drained();
  return plan;
}

test("the contract that waits for it goes with it where that pays, each by its own sale", async () => {
  await app.moveTo("2025-08-27T12:00:00Z");
  const { contract, deviceId } = await renewedPlan();
  const told = { by: "holder", reason: "device-returned", deviceReturned: true };
  const { status, body } = await app.call("staff", `POST /v1/contracts/${contract}/cancellation`, told);
  equal(status, 200, JSON.stringify(body));
  const next = body.successor as { contract: { state: string }; refund: { amount: { amount: number } } };
  deepEqual([next.contract.state, next.refund.amount.amount], ["cancelled", 2460]);
  await app.platform.jobs.drained();
  const refunds = await app.call("staff", "GET /v1/refunds?state=paid&limit=200");
  const subjects = (refunds.body.data as { subject: string }[]).map(({ subject }) => subject);
  ok([1, 2].every((no) => subjects.includes(`ctr_${deviceId}_${no}`)));
});

test("where it does not, the one that waits is kept and has the device from then on", async () => {
  const { contract, deviceId } = await renewedPlan();
  const fraud = { by: "provider", reason: "fraud" };
  const { status, body } = await app.call("staff", `POST /v1/contracts/${contract}/cancellation`, fraud);
  deepEqual([status, body.refund, body.successor], [200, null, undefined], JSON.stringify(body));
  const kept = await app.call("staff", `GET /v1/contracts/ctr_${deviceId}_2`);
  deepEqual([kept.body.state, kept.body.startsAt], ["active", union.endsAt]);
});

test("and the sweep finds nothing", async () => {
  const found = (await violationsIn(app.database as TestDatabase)).filter(
    ({ invariant }) => invariant !== 12,
  );
  deepEqual(found, []);
});
