import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { resellerDesk } from "../../../test/support/resellerDesk.ts";
import { testApp } from "../../../test/support/testApp.ts";

const VAT = "EE100931558";

test("the office sees who the register says has a reseller's VAT number, and that it differs", async () => {
  const app = await testApp({ now: "2026-11-21T10:00:00Z" });
  const { id } = await resellerDesk(app, { vatId: VAT });
  const registered = async () => (await app.call("manager", `GET /v1/resellers/${id}`)).body.registered;
  equal(await registered(), null, "the register was not asked yet");
  const asked = await app.call("manager", "POST /v1/vat-numbers", { vatId: VAT, country: "EE" });
  equal(asked.status, 200, JSON.stringify(asked.body));
  await app.platform.jobs.drained();
  deepEqual(await registered(), { name: `Registered business ${VAT}`, isSame: false });
});
