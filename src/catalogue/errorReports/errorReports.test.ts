import { deepEqual, equal } from "node:assert/strict";
import { before, test } from "node:test";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";

const REPORT = "POST /v1/products/U-3889316/errors";
let app: TestApp;

before(async () => {
  app = await testApp({ now: "2026-06-01T10:00:00Z" });
});

test("a visitor says what is wrong, and a manager says what became of it, once", async () => {
  const told = { about: "specifications", says: "It weighs 30 g, not 300.", email: "Ann@Example.org" };
  const reported = await app.call("public", REPORT, told);
  equal(reported.status, 201, JSON.stringify(reported.body));
  equal((await app.call("public", "POST /v1/products/NOBODY/errors", told)).status, 404);
  const { body } = await app.call("staff", "GET /v1/error-reports?state=open");
  const [row] = body.data as Record<string, unknown>[];
  deepEqual(
    [row?.id, row?.sku, row?.about, row?.says, row?.email],
    [reported.body.id, "U-3889316", "specifications", told.says, "ann@example.org"],
  );
  const close = `POST /v1/error-reports/${String(reported.body.id)}/closure`;
  const answer = { outcome: "mended", answer: "Thank you: it is mended." };
  const closed = await app.call("manager", close, answer);
  deepEqual([closed.status, closed.body.state, closed.body.answer], [200, "mended", answer.answer]);
  equal((await app.call("manager", close, answer)).body.code, "report_closed");
  deepEqual((await app.call("staff", "GET /v1/error-reports?state=open")).body.data, []);
});

test("a flood from one network is kept out", async () => {
  const answers: number[] = [];
  for (let no = 0; no < 20; no += 1) {
    answers.push((await app.call("public", REPORT, { about: "other", says: `Flood ${no}` })).status);
  }
  deepEqual([answers.filter((status) => status === 201).length, answers.at(-1)], [19, 429]);
});
