import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { paidPlan } from "../../../test/support/paidPlan.ts";
import { REFUND_TERMS, union } from "../../../test/support/soldPlan2025.ts";
import { testApp } from "../../../test/support/testApp.ts";

test("what happens while a sandbox passes quiet nights over is compared by the next one", async () => {
  const app = await testApp({ now: "2025-08-05T12:00:00Z", settings: { programmes: REFUND_TERMS } });
  const untied: unknown[] = [];
  for (const quietDays of [20, 27, 30, 31]) {
    await app.moveTo(
      app.platform.clock
        .now()
        .add({ hours: 24 * quietDays })
        .toString(),
    );
    await paidPlan(app, union);
    await app.moveTo(
      app.platform.clock
        .now()
        .add({ hours: 24 * 10 })
        .toString(),
    );
    await app.platform.jobs.drained();
    const { body } = await app.call("manager", "GET /v1/ties?onlyBroken=true");
    untied.push(...(body.data as object[]));
  }
  deepEqual(untied, []);
  await app.stop();
});
