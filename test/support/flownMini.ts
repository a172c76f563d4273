import assert from "node:assert/strict";
import { heldModels } from "../../src/catalogue/model.ts";
import { ownerQuery } from "./ownerQuery.ts";
import { sellCodes } from "./soldPlans.ts";
import type { TestApp } from "./testApp.ts";

/** Terms under which a flyaway is covered without anything sent back. */
export const FLYAWAY_TERMS = "dji-care-refresh/2023-07.terms.md";

export const PILOT = "owner ben@example.org";

/** Sells one-year plans for a Mini 3 under the terms of July 2023, and binds one to this serial. */
export async function coveredMini(app: Pick<TestApp, "call" | "database" | "platform">, serial: string) {
  await ownerQuery(
    app.database,
    `insert into catalogue.model (model, maker, name, series, device_group, serial_format)
     values ('mini-3', 'dji', 'Mini 3', 'mini', 'aircraft', 'M3[A-Z0-9]{4,20}') on conflict do nothing`,
  );
  await heldModels.readAgain({ query: app.platform.database.query, platform: app.platform });
  await ownerQuery(
    app.database,
    `insert into catalogue.product
       (sku, product_code, name, brand, summary, programme, plan, models, sold_as)
     values ('MINI-1Y', 'MINI-1Y', 'A year', 'DJI', 'A plan.', 'dji-care-refresh', 'care-1y', '{mini-3}',
       'code')
     on conflict do nothing`,
  );
  const [code] = await sellCodes(app, { sku: "MINI-1Y", count: 1, region: "EU" });
  const { body, status } = await app.call(PILOT, "POST /v1/activations", {
    code,
    serial,
    device: { model: "mini-3", region: "EU", activatedAt: "2024-06-01T09:00:00Z" },
    holder: { name: "Ben", email: "ben@example.org" },
  });
  assert.equal(status, 201, JSON.stringify(body));
  return (body.contract as { id: string }).id;
}
