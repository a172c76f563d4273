import { deepEqual, equal } from "node:assert/strict";
import { before, test } from "node:test";
import { type Answer, type TestApp, testApp } from "../../../test/support/testApp.ts";
import { modelOf } from "../model.ts";

let app: TestApp;

before(async () => {
  app = await testApp({ now: "2026-06-01T10:00:00Z" });
});

const MODEL = {
  ...{ model: "osmo-action-9", maker: "DJI", name: "Osmo Action 9", series: "osmo", group: "camera" },
  serialFormat: "AC9[0-9A-Z]{7,17}",
};
const manager = async (route: string, body?: object): Promise<Answer> =>
  await app.call("manager", route, body);
const ask = () => ({ query: app.platform.database.query, platform: app.platform });

test("a model is added when its form fits the serials that are known, and told by it at once", async () => {
  const wrong = await manager("POST /v1/models", { ...MODEL, tried: ["AC91234567", "AC81234567"] });
  deepEqual([wrong.status, (wrong.body.errors as { pointer: string }[])[0]?.pointer], [400, "/tried/1"]);
  const tried = await manager("POST /v1/models?dryRun=true", { ...MODEL, tried: ["AC91234567"] });
  deepEqual([tried.status, tried.body.model], [200, MODEL.model]);
  deepEqual((await manager("GET /v1/models?search=action-9")).body.data, []);
  equal((await manager("POST /v1/models", { ...MODEL, tried: ["AC91234567"] })).status, 201);
  equal((await modelOf(ask(), "AC91234567"))?.model, "osmo-action-9");
  equal((await manager("POST /v1/models", MODEL)).body.code, "model_exists");
});

test("a model is changed, and a form that could be tried for minutes is refused", async () => {
  const { model, ...sheet } = MODEL;
  const slow = await manager(`PUT /v1/models/${model}`, { ...sheet, serialFormat: "(A+)+" });
  deepEqual([slow.status, (slow.body.errors as { pointer: string }[])[0]?.pointer], [400, "/serialFormat"]);
  const changed = await manager(`PUT /v1/models/${model}`, { ...sheet, serialFormat: "AX9[0-9]{7}" });
  deepEqual([changed.status, changed.body.serialFormat], [200, "AX9[0-9]{7}"]);
  equal(await modelOf(ask(), "AC91234567"), undefined);
  equal((await manager("PUT /v1/models/nobody", sheet)).status, 404);
});

test("a supplier is changed, and a clock that is none is refused", async () => {
  const told = { name: "The house", country: "EE", zone: "Europe/Tallinn", cutOff: "15:00" };
  equal((await manager("POST /v1/suppliers", { supplier: "house", ...told })).status, 201);
  const changed = await manager("PUT /v1/suppliers/house", {
    ...{ ...told, cutOff: "11:30", email: "orders@example.org" },
  });
  deepEqual([changed.body.cutOff, changed.body.email], ["11:30", "orders@example.org"]);
  equal((await manager("PUT /v1/suppliers/house", { ...told, zone: "Mars/Base" })).status, 400);
  equal((await manager("PUT /v1/suppliers/nobody", told)).status, 404);
});
