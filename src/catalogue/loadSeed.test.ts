import { deepEqual, equal } from "node:assert/strict";
import { before, test } from "node:test";
import { referenceTerms } from "../../test/support/referenceTerms.ts";
import { testPlatform } from "../../test/support/testPlatform.ts";
import type { Platform } from "../platform/index.ts";
import {
  type Asker,
  catalogue,
  loadSeed,
  modelNamed,
  modelOf,
  productOf,
  renewalProductOf,
  unitPrice,
} from "./index.ts";
import { heldModels } from "./model.ts";

const at = Temporal.Instant.from("2026-06-01T00:00:00Z");
let platform: Platform;
let db: Asker & { readonly at: Temporal.Instant };

before(async () => {
  ({ platform } = await testPlatform([catalogue], { clock: "test" }));
  db = { query: platform.database.query, platform, at: platform.clock.now() };
  await loadSeed(platform);
});

test("the seed product is sold for 44.25 EUR with tax, from one piece on", async () => {
  const product = await productOf(db, "U-3889316");
  equal(product?.productCode, "CP.QT.00008540.01");
  deepEqual([product?.brand, product?.plan, product?.models], ["DJI", "care-2y", ["osmo-action-4"]]);
  const expected = {
    minQuantity: 1,
    net: { amount: 3_627, currency: "EUR" },
    gross: { amount: 4_425, currency: "EUR" },
  };
  deepEqual(await unitPrice(db, "U-3889316", 1, "EUR", at), expected);
  deepEqual(await unitPrice(db, "U-3889316", 1_000, "EUR", at), expected);
  equal(await unitPrice(db, "U-3889316", 1, "USD", at), undefined);
  equal(await unitPrice(db, "U-3889316", 1, "EUR", Temporal.Instant.from("2025-05-31T23:59:59Z")), undefined);
});

test("every model, series, group, plan and model of a plan is one of the programme's", async () => {
  const terms = referenceTerms();
  for (const { model, series, group } of await heldModels.rows(db)) {
    deepEqual([model, terms.seriesOf(model), terms.groupOf(model)], [model, series, group]);
  }
  const { rows } = await platform.database.pool.query<{ sku: string }>("select sku from catalogue.product");
  for (const { sku } of rows) {
    const product = await productOf(db, sku);
    const plan = terms.plans().find(({ product: name }) => name === product?.plan);
    deepEqual(
      product?.models.filter((model) => !plan?.models.includes(model)),
      [],
      sku,
    );
  }
});

test("a serial names its model, and a hint must agree with it", async () => {
  const models = await heldModels.rows(db);
  const serials = models.map(({ serialFormat }) => `${serialFormat?.slice(0, 3)}1234567`);
  equal(new Set(serials).size, models.length);
  for (const [index, serial] of serials.entries()) {
    const model = models[index];
    equal((await modelOf(db, serial))?.model, model?.model);
    equal((await modelOf(db, serial, model?.model))?.model, model?.model);
    equal(await modelOf(db, serial, models.at(index - 1)?.model), undefined);
  }
  equal(await modelOf(db, "MVP123456"), undefined);
  equal(await modelOf(db, "XYZ1234567"), undefined);
  equal(await modelOf(db, "MVP1234567", "no-such-model"), undefined);
  equal((await modelNamed(db, "mavic-pro"))?.name, "Mavic Pro");
});

test("of several models whose format a serial has, none is guessed", async () => {
  await platform.database.pool.query(
    `insert into catalogue.model (model, maker, name, series, device_group, serial_format)
     values ('mavic-pro-copy', 'Other', 'Copy', 'mavic', 'aircraft', 'MVP[0-9]{7}'),
            ('no-format', 'Other', 'Any', 'mavic', 'aircraft', null)`,
  );
  await heldModels.readAgain(db);
  equal(await modelOf(db, "MVP1234567"), undefined);
  equal((await modelOf(db, "MVP1234567", "mavic-pro"))?.model, "mavic-pro");
  equal((await modelOf(db, "ANYTHING", "no-format"))?.model, "no-format");
});

test("a renewal is found by its plan and model", async () => {
  const wanted = { programme: "dji-care-refresh", plan: "care-plus" };
  equal((await renewalProductOf(db, { ...wanted, model: "mavic-pro" }))?.sku, "CARE-PLUS-MAVIC");
  equal(await renewalProductOf(db, { ...wanted, model: "spark" }), undefined);
  equal(await renewalProductOf(db, { ...wanted, plan: "care-1y", model: "mavic-pro" }), undefined);
});

test("loading again changes nothing, not even what its keeper changed", async () => {
  await platform.database.pool.query("update catalogue.product set name = 'Ours' where sku = 'U-3889316'");
  await loadSeed(platform);
  equal((await productOf(db, "U-3889316"))?.name, "Ours");
});
