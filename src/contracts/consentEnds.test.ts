import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { ownerQuery } from "../../test/support/ownerQuery.ts";
import { activatePhone, sampleProgramme } from "../../test/support/sampleProgramme.ts";
import { violationsIn } from "../../test/support/soldPlans.ts";
import type { TestApp } from "../../test/support/testApp.ts";

const owner = "owner ada@example.org";
const next = "owner eve@example.org";
const price = { amount: 799, currency: "USD" };
const sold = { programme: "monthly-request", plan: "monthly", renewalMinor: price.amount };

/** Ada's plan, which renews by itself. */
async function consented(): Promise<{ app: TestApp; contract: string }> {
  const app = await sampleProgramme("2026-03-20T10:00:00-10:00", sold);
  const contract = await activatePhone(app, owner);
  const agreed = { method: "test_success", price, agrees: true };
  equal((await app.call(owner, `POST /v1/contracts/${contract}/auto-renewal`, agreed)).status, 201);
  return { app, contract };
}

const consents = (app: TestApp) =>
  ownerQuery<{ reason: string | null }>(
    app.database,
    'select end_reason as "reason" from contracts.auto_renewal order by no',
  );

/** What Eve, who has the phone now, is asked for when her own plan comes to its end. */
async function nobodyElsePays(app: TestApp): Promise<void> {
  const contract = await activatePhone(app, next);
  await app.moveTo(
    app.platform.clock
      .now()
      .add({ hours: 24 * 40 })
      .toString(),
  );
  const { body } = await app.call(next, `GET /v1/contracts/${contract}/renewals`);
  equal(body.autoRenewal, null);
  const charges = await ownerQuery(app.database, "select from money.charge where purpose = 'renewal'");
  equal(charges.length, 0, "whoever had the phone before pays for nobody");
  deepEqual(await violationsIn(app.database), []);
}

const letters = (app: TestApp) =>
  ownerQuery<{ state: string }>(
    app.database,
    "select state from notices.message where template = 'autoRenewalEnded'",
  );

test("a plan that is given up renews no more: nobody is charged for the next holder", async () => {
  const { app, contract } = await consented();
  const ended = await app.call("staff", `POST /v1/contracts/${contract}/cancellation`, {
    ...{ by: "provider", reason: "breach" },
  });
  equal(ended.status, 200, JSON.stringify(ended.body));
  deepEqual(await consents(app), [{ reason: "cancelled" }]);
  await app.platform.jobs.drained();
  deepEqual(await letters(app), [{ state: "needless" }], "that the plan is over is told by another letter");
  await nobodyElsePays(app);
});

test("a plan that ends without another ends the consent", async () => {
  const { app } = await consented();
  await ownerQuery(app.database, "delete from catalogue.price where sku = 'S-NEXT'");
  await app.moveTo("2026-05-10T10:00:00-10:00");
  deepEqual(await consents(app), [{ reason: "not_allowed" }]);
  deepEqual(await violationsIn(app.database), []);
});
