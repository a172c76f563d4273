import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { feeLines } from "../../../test/support/chargeLines.ts";
import { type ReportWorld, reportWorld } from "../../../test/support/reportWorld.ts";
import { newId, systemCaller, transact } from "../../platform/index.ts";
import { createCharge, startPayment } from "../index.ts";
import { isReconciling } from "../reconcileMode/index.ts";
import { resolvePayment } from "../resolvePayment.ts";
import { chargeOf } from "../store.ts";

async function owe({ platform }: ReportWorld): Promise<string> {
  const rootId = newId(platform.clock.now());
  await transact(platform, systemCaller, async (tx) => {
    const amount = { amount: 4_200, currency: "EUR" };
    await createCharge(tx, rootId, { purpose: "claim_fee", subjectNo: 1, amount, lines: feeLines(4_200) });
  });
  return rootId;
}

async function pay({ platform }: ReportWorld, rootId: string): Promise<void> {
  await transact(platform, systemCaller, async (tx) => {
    const charge = await chargeOf(tx, rootId, 1);
    if (charge !== undefined) {
      await startPayment(tx, charge, "test_success");
    }
  });
  await platform.jobs.drained();
}

test("what was forgotten is matched, what is new waits, and nothing is taken twice", async (t) => {
  const world = await reportWorld();
  t.after(() => world.stop());
  const { platform, sql, call } = world;
  const forgotten = await owe(world);
  const fresh = await owe(world);
  // What the bank did after the copy was taken: it has the payment, and these books do not.
  await sql(
    `insert into money.test_payment (key, provider_ref, about, method, amount_minor, currency, outcome,
      created_at)
     values ('chg_${forgotten}_1_1', 'test_forgotten', 'charge', 'test_success', 4200, 'EUR', 'succeeded',
             '2026-06-15T12:00:00Z')`,
  );
  await call("POST /v1/reconcile-mode", { reason: "restored" });
  await world.pass(1);
  equal(await isReconciling(platform), true);
  await pay(world, fresh);
  const key = { rootId: fresh, about: "charge", no: 1, attemptNo: 1 } as const;
  await resolvePayment.run(platform, key);
  const heard = `select count(*)::integer as n from money.test_payment where key = 'chg_${fresh}_1_1'`;
  deepEqual(await sql(heard), [{ n: 0 }], "the provider was asked for nothing");
  const early = await call("POST /v1/reconcile-mode/end", { reason: "too early" });
  match(String(early.says), /not compared since: test/);

  deepEqual(await world.found(), []);
  equal((await chargeOf(platform.database, forgotten, 1))?.state, "captured");
  equal((await chargeOf(platform.database, fresh, 1))?.state, "open");
  const ended = await call("POST /v1/reconcile-mode/end", { reason: "all is matched" });
  deepEqual(ended, { reconciling: null });
  await resolvePayment.run(platform, key);
  equal((await chargeOf(platform.database, fresh, 1))?.state, "captured");
  deepEqual(await world.found(), []);
  const doubled = "select key from money.test_payment where asked > 0 and outcome <> 'succeeded'";
  deepEqual(await sql(doubled), []);
});
