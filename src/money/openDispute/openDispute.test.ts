import { deepEqual, equal } from "node:assert/strict";
import { after, before, test } from "node:test";
import { type PaidPlan, paidPlan } from "../../../test/support/paidPlan.ts";
import { REFUND_TERMS, union } from "../../../test/support/soldPlan2025.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";

let app: TestApp;
let plan: PaidPlan;
before(async () => {
  app = await testApp({ now: "2025-08-05T12:00:00Z", settings: { programmes: REFUND_TERMS } });
  plan = await paidPlan(app, union);
});
after(() => app.stop());

const open = (amount: number, providerRef: string) =>
  app.call("manager", "POST /v1/disputes", {
    ...{ charge: plan.charge, amount: { amount, currency: "EUR" }, reason: "fraud", providerRef },
  });

test("a dispute that is told twice is noted once, and with another amount it is not the same", async () => {
  const [first, again] = [await open(4_000, "dp_1"), await open(4_000, "dp_1")];
  deepEqual([first.status, again.status, again.body.id], [201, 201, first.body.id]);
  const other = await open(400, "dp_1");
  const [fault] = (other.body.errors ?? []) as { pointer: string; code: string }[];
  deepEqual([other.status, fault?.pointer, fault?.code], [400, "/providerRef", "provider_ref_reused"]);
});

test("a provider keeps no more for it than anybody moves at once", async () => {
  const { body } = await open(4_000, "dp_1");
  const end = (feeMinor: number) =>
    app.call("manager", `POST /v1/disputes/${body.id}/outcome`, { outcome: "won", feeMinor });
  equal((await end(9_007_199_254_740_991)).status, 400);
  equal((await end(1_500)).status, 200);
  deepEqual(await violationsIn(app.database), []);
});
