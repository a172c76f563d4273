import { deepEqual, equal } from "node:assert/strict";
import { before, test } from "node:test";
import { ownerQuery } from "../../test/support/ownerQuery.ts";
import { type TestApp, testApp } from "../../test/support/testApp.ts";
import { priceOf } from "./price.ts";
import { productOf } from "./product.ts";

const SKU = "U-3889316";
let app: TestApp;

before(async () => {
  app = await testApp({ now: "2026-06-01T10:00:00Z" });
  await ownerQuery(
    app.database,
    `insert into catalogue.price
       (sku, currency, min_quantity, net_minor, gross_minor, valid_from, customer_group)
     values ('${SKU}', 'EUR', 1, 3000, 3660, '2026-03-01', 'retail'),
            ('${SKU}', 'EUR', 10, 2900, 3538, '2026-03-01', 'retail'),
            ('${SKU}', 'EUR', 1, 3500, 4270, '2026-07-01', 'retail'),
            ('${SKU}', 'PLN', 1, 9000, 10980, '2026-08-01', 'retail')`,
  );
});

test("a product is read with the lists that may still count, not with those that were replaced", async () => {
  const read = (at: string) =>
    productOf({ query: app.platform.database.query, at: Temporal.Instant.from(at) }, SKU);
  const listsAt = async (at: string) =>
    (await read(at))?.prices.map(
      ({ currency, minQuantity, validFrom }) =>
        `${currency} ${minQuantity} ${validFrom.toString().slice(0, 7)}`,
    );
  deepEqual(await listsAt("2026-06-01T10:00:00Z"), [
    ...["EUR 1 2026-03", "EUR 10 2026-03", "EUR 1 2026-07", "PLN 1 2026-08"],
  ]);
  deepEqual(await listsAt("2026-07-01T00:00:00Z"), ["EUR 1 2026-07", "PLN 1 2026-08"]);
  const at = Temporal.Instant.from("2026-07-02T00:00:00Z");
  const asked = { groups: ["retail"], currency: "EUR", quantity: 10, at };
  equal(priceOf((await read("2026-06-01T10:00:00Z"))?.prices ?? [], asked)?.gross.amount, 4_270);
});
