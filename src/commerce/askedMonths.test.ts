import { deepEqual } from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestApp, testApp } from "../../test/support/testApp.ts";

let app: TestApp;
before(async () => {
  app = await testApp({ now: "2026-11-21T09:00:00Z" });
});
after(() => app.stop());

/** Months and days that look like some and are none, where lists of selling are asked for them. */
for (const [question, field] of [
  ["/v1/invoices?month=0000-01", "/query/month"],
  ["/v1/code-settlement?by=reseller&month=0000-01", "/query/month"],
  ["/v1/code-settlement/codes?month=0000-01", "/query/month"],
  ["/v1/holidays?after=EE.2026-13-45", "/query/after"],
  ["/v1/holidays?after=EE.0000-01-01", "/query/after"],
] as const) {
  test(`GET ${question} is a wrong question, and says where`, async () => {
    const { status, body } = await app.call("manager", `GET ${question}`);
    const [fault] = (body.errors ?? []) as { pointer: string }[];
    deepEqual([status, fault?.pointer], [400, field], JSON.stringify(body));
  });
}
