import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { ownerQuery } from "../support/ownerQuery.ts";
import { violationsIn } from "../support/soldPlans.ts";
import { testApp } from "../support/testApp.ts";
import { atEnd, type TestDatabase } from "../support/testDatabase.ts";

const ada = "owner ada@example.com";

/** The same plan and its renewal, for a drone whose fees are in złoty, in both currencies of the region. */
const PRICES = `
  insert into catalogue.product (sku, product_code, name, brand, summary, programme, plan, models, sold_as)
  select sku || '-' || currency, sku, 'A plan', 'DJI', 'A plan.', 'dji-care-refresh', plan, '{mavic-pro}',
         sold_as
    from (values ('BASE', 'care-1y', 'code')) as kind(sku, plan, sold_as),
         (values ('EUR'), ('PLN')) as region(currency);
  insert into catalogue.price (sku, currency, min_quantity, net_minor, gross_minor, valid_from)
  values ('BASE-EUR', 'EUR', 1, 10000, 11900, '2020-01-01'),
         ('BASE-PLN', 'PLN', 1, 40650, 50000, '2020-01-01'),
         ('CARE-PLUS-MAVIC', 'PLN', 1, 20325, 25000, '2020-01-01')`;

test("two holders paid in different money: contract, renewal and refund stay in each", async () => {
  const app = await testApp({ now: "2026-06-13T10:00:00Z" });
  atEnd(app.stop);
  await ownerQuery(app.database as TestDatabase, PRICES);
  for (const [currency, serial, price] of [
    ["EUR", "MVPMONEY0001", 5_900],
    ["PLN", "MVPMONEY0002", 25_000],
  ] as const) {
    const placed = await app.call(ada, "POST /v1/orders", {
      lines: [{ sku: `BASE-${currency}`, quantity: 1 }],
      buyer: { email: "ada@example.com", name: "Ada", country: "PL" },
      delivery: { option: "email" },
      withdrawalShown: true,
    });
    deepEqual([placed.status, placed.body.withdrawalShown], [201, true]);
    await app.call(ada, `POST /v1/orders/${placed.body.id}/payment`, { method: "test_success" });
    await app.platform.jobs.drained();
    const codes = await app.call(ada, `POST /v1/orders/${placed.body.id}/codes`, {});
    const [{ code }] = codes.body.data as [{ code: string }];
    const activated = await app.call(ada, "POST /v1/activations", {
      ...{ code, serial, startNow: true },
      device: { activatedAt: "never", region: "EU" },
      holder: { name: "Ada", email: "ada@example.com" },
    });
    equal(activated.status, 201, JSON.stringify(activated.body));
    const contract = activated.body.contract as { id: string; currency: string };
    equal(contract.currency, currency);

    const back = await app.call(ada, `POST /v1/contracts/${contract.id}/cancellation?dryRun=true`, {
      ...{ by: "holder", reason: "withdrawal" },
    });
    equal((back.body.refund as { amount: { currency: string } }).amount.currency, currency);

    const renewed = await app.call(ada, `POST /v1/contracts/${contract.id}/renewal`, {
      method: "test_success",
    });
    equal(renewed.status, 200, JSON.stringify(renewed.body));
    deepEqual((renewed.body.charge as { amount: object }).amount, { amount: price, currency });
    await app.platform.jobs.drained();
    const list = await app.call(ada, "GET /v1/contracts");
    const mine = (list.body.data as { serial: string; currency: string }[]).filter(
      (one) => one.serial === serial,
    );
    deepEqual(
      mine.map((one) => one.currency),
      [currency, currency],
    );
  }
  deepEqual(await violationsIn(app.database), []);
  const metrics = await app.platform.metrics.text();
  const told = (name: string) =>
    Number(
      metrics.match(
        new RegExp(`^evermend_act_statements_${name}\\{act="POST /v1/activations"\\} (\\d+)$`, "m"),
      )?.[1],
    );
  const each = told("sum") / told("count");
  ok(each <= 8, `an activation sends ${each} statements, with begin, commit and its key`);
});
