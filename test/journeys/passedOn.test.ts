import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { linkFor } from "../../src/identity/index.ts";
import { ownerQuery } from "../support/ownerQuery.ts";
import { activatePhone, sampleProgramme } from "../support/sampleProgramme.ts";
import { violationsIn } from "../support/soldPlans.ts";
import type { Answer } from "../support/testApp.ts";
import { assertBudgets } from "./budgets.ts";

const giver = "owner ada@example.org";
const taker = "owner ben@example.org";
const stranger = "owner eve@example.org";
const began = "2026-03-20T10:00:00-10:00";
const sold = { programme: "one-time-transfer", plan: "term-2y" };
const to = { name: "Ben", email: "ben@example.org" };

const code = (answer: Answer): unknown => answer.body.code;

test("a contract passes when both have said so, once, and nothing of the past with it", async () => {
  const app = await sampleProgramme(began, sold);
  const contract = await activatePhone(app, giver);
  const { call } = app;
  const route = `POST /v1/contracts/${contract}/transfer`;

  const tried = await call(giver, `${route}?dryRun=true`, { to });
  deepEqual([tried.status, tried.body.state, tried.body.loses], [200, "asked", ["cancellation"]]);
  deepEqual((await call(giver, "GET /v1/transfers")).body.data, [], "a try keeps nothing");

  equal(code(await call(stranger, route, { to })), "not_found");
  equal(
    code(await call(giver, route, { to: { name: "Ada", email: "ada@example.org" } })),
    "transfer_to_oneself",
  );
  const asked = await call(giver, route, { to });
  deepEqual([asked.status, asked.body.you, asked.body.state], [201, "giver", "asked"]);
  const transfer = String(asked.body.id);
  equal(code(await call(giver, route, { to })), "transfer_underway");

  const answer = `POST /v1/transfers/${transfer}/answer`;
  equal(code(await call(giver, answer, { answer: "agree" })), "not_yours_to_answer");
  equal(code(await call(stranger, answer, { answer: "agree" })), "not_found");
  equal(code(await call("manager", answer, { answer: "agree" })), "not_yours_to_answer");
  equal(code(await call(taker, `POST /v1/transfers/${transfer}/withdrawal`, {})), "not_yours_to_withdraw");
  equal((await call(taker, `GET /v1/contracts/${contract}`)).status, 404, "not his before he agrees");

  await app.moveTo("2026-03-21T10:00:00-10:00");
  const link = { "x-evermend-link": linkFor(app.platform, "transfer", transfer) };
  const agreed = await Promise.all([
    call("public", answer, { answer: "agree" }, link),
    call("public", answer, { answer: "agree" }, link),
    call(taker, answer, { answer: "agree" }),
  ]);
  deepEqual(
    agreed.map(({ status }) => status).toSorted((one, other) => one - other),
    [200, 409, 409],
    "once, however often it is said",
  );
  equal((await call(taker, `GET /v1/contracts/${contract}`)).status, 200);
  equal((await call(giver, `GET /v1/contracts/${contract}`)).status, 404, "no longer hers");
  const device = (await call(taker, `GET /v1/contracts/${contract}`)).body.deviceId;
  const seen = (await call(taker, `GET /v1/devices/${device}`)).body.timeline as { type: string }[];
  deepEqual(
    seen.map(({ type }) => type).filter((type) => type !== "device.registered"),
    ["contract.transferred"],
  );
  equal(code(await call(taker, route, { to: { name: "Cy", email: "cy@example.org" } })), "terms_refuse");
  deepEqual(await violationsIn(app.database), []);
  assertBudgets(await app.platform.metrics.text());
});

test("what is declined, taken back or not answered leaves everything as it was", async () => {
  const app = await sampleProgramme(began, sold);
  const contract = await activatePhone(app, giver);
  const { call } = app;
  const ask = async (): Promise<string> =>
    String((await call(giver, `POST /v1/contracts/${contract}/transfer`, { to })).body.id);
  const first = await ask();
  equal(
    (await call(taker, `POST /v1/transfers/${first}/answer`, { answer: "decline" })).body.state,
    "declined",
  );
  await app.moveTo("2026-03-21T10:00:00-10:00");
  const second = await ask();
  equal((await call(giver, `POST /v1/transfers/${second}/withdrawal`, {})).body.state, "withdrawn");
  await app.moveTo("2026-03-22T10:00:00-10:00");
  const third = await ask();
  await app.moveTo("2026-04-05T10:00:00-10:00");
  equal((await call(giver, `GET /v1/transfers/${third}`)).body.state, "lapsed");
  equal(code(await call(taker, `POST /v1/transfers/${third}/answer`, { answer: "agree" })), "transfer_ended");
  equal((await call(giver, `GET /v1/contracts/${contract}`)).status, 200);
  const listed = (await call(giver, "GET /v1/transfers")).body.data as {
    state: string;
    contractId: string;
  }[];
  const ofOne = async (contract: string | undefined) =>
    await call(giver, `GET /v1/transfers?contract=${contract}`);
  deepEqual((await ofOne(listed[0]?.contractId)).body.data, listed);
  deepEqual((await ofOne("ctr_01m7ynaym0vqhpgnwdrkms6x8c_1")).body.data, []);
  deepEqual((await ofOne("what")).status, 400);
  deepEqual(
    listed.map(({ state }) => state),
    ["lapsed", "withdrawn", "declined"],
  );
});

test("a renewal that is paid and waits goes with the contract it follows", async () => {
  const app = await sampleProgramme(began, sold);
  const contract = await activatePhone(app, giver);
  await ownerQuery(
    app.database,
    `insert into contracts.contract
     select waiting.*
       from contracts.contract as first,
            jsonb_populate_record(first, jsonb_build_object(
              'no', 2, 'state', 'scheduled', 'starts_at', first.ends_at,
              'ends_at', first.ends_at + interval '1 year', 'code_digest', null, 'purchase', null,
              'renews_no', 1, 'charge_no', 1)) as waiting`,
  );
  const asked = await app.call(giver, `POST /v1/contracts/${contract}/transfer`, { to });
  equal(asked.status, 201, JSON.stringify(asked.body));
  await app.moveTo("2026-03-21T10:00:00-10:00");
  equal(
    (await app.call(taker, `POST /v1/transfers/${asked.body.id}/answer`, { answer: "agree" })).status,
    200,
  );
  const held = async (who: typeof giver | typeof taker): Promise<number> =>
    ((await app.call(who, "GET /v1/contracts")).body.data as unknown[]).length;
  deepEqual([await held(giver), await held(taker)], [0, 2]);
});
