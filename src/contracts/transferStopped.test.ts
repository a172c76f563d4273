import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, test } from "node:test";
import { ownerQuery } from "../../test/support/ownerQuery.ts";
import { type PaidPlan, paidPlan } from "../../test/support/paidPlan.ts";
import { REFUND_TERMS, union } from "../../test/support/soldPlan2025.ts";
import { violationsIn } from "../../test/support/soldPlans.ts";
import { type TestApp, testApp } from "../../test/support/testApp.ts";
import type { TestDatabase } from "../../test/support/testDatabase.ts";
import { createPerson } from "../identity/index.ts";
import { eventsOf, listMail, readMail, systemCaller, transact } from "../platform/index.ts";

const ADA = "owner ada@example.com";

let app: TestApp;
before(async () => {
  app = await testApp({ now: "2025-08-11T10:00:00Z", settings: { programmes: REFUND_TERMS } });
});
after(() => app.stop());

/** A plan that its holder is passing on to Ben, who has not answered. */
async function passing(method = "test_success"): Promise<PaidPlan> {
  const plan = await paidPlan(app, { ...union, method });
  const toId = await transact(app.platform, systemCaller, (tx) =>
    createPerson(tx, { name: "Ben", email: "ben@example.com" }),
  );
  await ownerQuery(
    app.database as TestDatabase,
    `insert into contracts.transfer (device_id, no, contract_no, from_id, to_id, state, receipt, loses,
                                     asked_by, asked_at, lapses_at)
     select device_id, 1, no, holder_id, $2, 'asked', '{}', '{}', 'test', $3::timestamptz,
            $3::timestamptz + interval '14 days'
       from contracts.contract where device_id = $1`,
    [plan.deviceId, toId, app.platform.clock.now().toString()],
  );
  return plan;
}

async function transferOf({ deviceId }: PaidPlan) {
  const transfer = `trf_${deviceId}_1`;
  const [row] = await ownerQuery<{ state: string }>(
    app.database as TestDatabase,
    "select state from contracts.transfer where device_id = $1",
    [deviceId],
  );
  const answer = await app.call("owner ben@example.com", `POST /v1/transfers/${transfer}/answer`, {
    answer: "agree",
  });
  return { state: row?.state, answer: answer.body.code };
}

/** The letters about a transfer since a moment, by whom they went to. */
async function told(): Promise<string[]> {
  await app.platform.jobs.drained();
  const { dataFolder } = app.platform.config;
  const mails = (await listMail(dataFolder)).filter(({ subject }) => /is not passed on/.test(subject));
  const read = await Promise.all(mails.map(({ id }) => readMail(dataFolder, id)));
  return read.map((mail) => JSON.stringify(mail));
}

test("a plan that is given back is passed on to nobody, and both are told", async () => {
  const plan = await passing();
  const ended = await app.call(ADA, `POST /v1/contracts/${plan.contract}/cancellation`, {
    ...{ by: "holder", reason: "withdrawal" },
  });
  equal(ended.status, 200);
  deepEqual(await transferOf(plan), { state: "withdrawn", answer: "transfer_ended" });
  const events = await eventsOf(app.platform.database, plan.deviceId);
  const withdrawn = events.find(({ type }) => type === "TransferWithdrawn");
  deepEqual([withdrawn?.body.by, withdrawn?.body.reason], ["office", "contract_cancelled"]);
  const letters = await told();
  equal(letters.length, 2);
  match(letters.join(), /ada@example\.com/);
  match(letters.join(), /ben@example\.com/);
  match(letters.join(), /The plan was ended, so there is nothing left to pass on/);
  deepEqual(await violationsIn(app.database), []);
});

test("a plan whose payment is disputed is passed on to nobody while it is", async () => {
  const before = (await told()).length;
  const plan = await passing("test_dispute_won");
  await app.moveTo(app.platform.clock.now().add({ hours: 73 }).toString());
  await app.platform.jobs.drained();
  deepEqual(await transferOf(plan), { state: "withdrawn", answer: "transfer_ended" });
  equal((await told()).length - before, 2);
  deepEqual(await violationsIn(app.database), []);
});

test("the holder is told that a plan is suspended, and that it goes on, or has ended for good", async () => {
  const plans = {
    won: await paidPlan(app, { ...union, method: "test_dispute_won" }),
    lost: await paidPlan(app, { ...union, method: "test_dispute_lost" }),
  };
  await app.moveTo(
    app.platform.clock
      .now()
      .add({ hours: 9 * 24 })
      .toString(),
  );
  await app.platform.jobs.drained();
  const subjects = (await listMail(app.platform.config.dataFolder)).map(({ subject }) => subject);
  const count = (text: RegExp) => subjects.filter((subject) => text.test(subject)).length;
  deepEqual([count(/is suspended$/), count(/goes on$/), count(/^Your plan .* has ended$/)], [3, 2, 1]);
  const contract = await app.call("staff", `GET /v1/contracts/${plans.lost.contract}`);
  match(String(contract.body.endedAt), /^2025-/);
  equal((await app.call("staff", `GET /v1/contracts/${plans.won.contract}`)).body.endedAt, undefined);
});
