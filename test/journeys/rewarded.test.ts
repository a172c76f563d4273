import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { ownerQuery } from "../support/ownerQuery.ts";
import { sellCodes } from "../support/soldPlans.ts";
import { type TestApp, testApp } from "../support/testApp.ts";
import { atEnd } from "../support/testDatabase.ts";

/** Lets a one-year plan of the 2023 terms run to its end, with a replacement used or not. */
async function ended(app: TestApp, serial: string, used: number): Promise<unknown> {
  const [code] = await sellCodes(app, { sku: "OLD-1Y", count: 1, region: "EU" });
  const { body, status } = await app.call("owner ben@example.org", "POST /v1/activations", {
    code,
    serial,
    device: { model: "osmo-action-4", region: "EU", activatedAt: "2024-06-01T09:00:00Z" },
    holder: { name: "Ben", email: "ben@example.org" },
  });
  equal(status, 201, JSON.stringify(body));
  const { id, deviceId } = body.contract as { id: string; deviceId: string };
  await ownerQuery(
    app.database,
    `update contracts.benefit_slot
        set state = 'used', claim_no = 1, used_at = '2024-07-01', reserved_at = '2024-07-01'
      where 'ctr_' || device_id || '_' || contract_no = $1 and benefit = 'replacement' and no <= $2`,
    [id, used],
  );
  await app.moveTo("2025-07-01T00:00:00Z");
  const device = (await app.call("staff", `GET /v1/devices/${deviceId}`)).body;
  const timeline = device.timeline as { type: string; data: { clause?: string } }[];
  const given = timeline.filter(({ type }) => type === "warranty.lengthened");
  return [device.warrantyEndsAt, given.map(({ data }) => data.clause)];
}

test("who needed no replacement has a longer warranty at the plan's end, where terms give that", async () => {
  const app = await testApp({
    now: "2024-06-01T10:00:00Z",
    settings: { programmes: "dji-care-refresh/2023-07.terms.md" },
  });
  atEnd(app.stop);
  await ownerQuery(
    app.database,
    `insert into catalogue.product
       (sku, product_code, name, brand, summary, programme, plan, models, sold_as)
     values ('OLD-1Y', 'OLD-1Y', 'A year', 'DJI', 'A plan.', 'dji-care-refresh', 'care-1y',
             '{osmo-action-4}', 'code')`,
  );
  const [unused, used] = await Promise.all([ended(app, "AC4TEST0001", 0), ended(app, "AC4TEST0002", 1)]);
  deepEqual(unused, ["2026-06-01T00:00:00Z", ["warranty.reward"]]);
  deepEqual(used, [null, []]);
});
