import { equal } from "node:assert/strict";
import { heldModels } from "../../src/catalogue/model.ts";
import { ownerQuery } from "./ownerQuery.ts";
import { sellCodes } from "./soldPlans.ts";
import { type TestApp, testApp } from "./testApp.ts";
import { atEnd } from "./testDatabase.ts";
import type { TestPlatformOptions } from "./testPlatform.ts";

/**
 * What is sold under a sample programme: one plan for a phone, and the same as a renewal, at a price if it
 * has one.
 */
export interface SampleSold {
  /** The file's name: `one-time-transfer`. */
  readonly programme: string;
  readonly plan: string;
  /** Minor units of USD, for each next period. */
  readonly renewalMinor?: number;
}

/** The application with a sample programme published and sold beside the reference. */
export async function sampleProgramme(
  now: string,
  sold: SampleSold,
  settings: TestPlatformOptions["settings"] = {},
): Promise<TestApp> {
  const { programme, plan, renewalMinor } = sold;
  const app = await testApp({ now, settings: { programmes: `samples/${programme}.terms.md`, ...settings } });
  atEnd(app.stop);
  await ownerQuery(
    app.database,
    `with model as (
       insert into catalogue.model (model, maker, name, series, device_group)
       values ('phone-a', 'Sample', 'Phone A', 'phone', 'phone')
     ), product as (
       insert into catalogue.product
         (sku, product_code, name, brand, summary, programme, plan, models, sold_as)
       select sku, sku, 'A plan', 'Sample', 'A plan.', 'sample-' || $1, $2, '{phone-a}', sold_as
         from (values ('S-CODE', 'code'), ('S-NEXT', 'renewal')) as kind(sku, sold_as)
     )
     insert into catalogue.price (sku, currency, min_quantity, net_minor, gross_minor, valid_from)
     select 'S-NEXT', 'USD', 1, $3::bigint, $3::bigint, timestamptz '2020-01-01' where $3 is not null`,
    [programme, plan, renewalMinor ?? null],
  );
  await heldModels.readAgain({ query: app.platform.database.query, platform: app.platform });
  return app;
}

/** Activates a code of a sample programme for Ada's phone; answers with the contract's id. */
export async function activatePhone(app: TestApp, as: `owner ${string}`): Promise<string> {
  const [code] = await sellCodes(app, { sku: "S-CODE", count: 1, region: "US" });
  const activated = await app.call(as, "POST /v1/activations", {
    code,
    serial: "PHONE0001",
    device: {
      ...{ model: "phone-a", region: "US", purchasedOn: "2026-03-01" },
      activatedAt: "2026-03-01T22:00:00Z",
    },
    holder: { name: "Ada", email: as.slice("owner ".length) },
  });
  equal(activated.status, 201, JSON.stringify(activated.body));
  return (activated.body.contract as { id: string }).id;
}
