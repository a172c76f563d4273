import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { ownerQuery } from "../support/ownerQuery.ts";
import { activatePhone, sampleProgramme } from "../support/sampleProgramme.ts";
import { violationsIn } from "../support/soldPlans.ts";
import type { TestApp } from "../support/testApp.ts";
import { assertBudgets } from "./budgets.ts";

const owner = "owner ada@example.org";
const began = "2026-03-20T10:00:00-10:00";
const price = { amount: 799, currency: "USD" };
const monthly = { programme: "monthly-request", plan: "monthly", renewalMinor: price.amount };

/**
 * What was told about a device's renewals, in order: the day and the kind, and the letters that went out for
 * it.
 */
async function told(app: TestApp): Promise<readonly unknown[][]> {
  await app.platform.jobs.drained();
  const rows = await ownerQuery<{ on: string; type: string; state: string | null }>(
    app.database,
    `select to_char(event.at at time zone 'Pacific/Honolulu', 'MM-DD') as "on", event.type, message.state
       from platform.event left join notices.message
         on message.root_id = event.root_id and message.event_seq = event.seq
      where event.root_id in (select device_id from contracts.device)
        and event.type in ('RenewalOffered', 'RenewalAnnounced', 'AutoRenewalAgreed', 'AutoRenewalEnded',
                           'ChargeCaptured', 'ContractRenewed', 'PaymentFailed')
      order by event.at, event.seq`,
  );
  return rows.map(({ on, type, state }) => [on, type, state]);
}

test("a plan with consent is announced, charged as announced, and goes on until it is stopped", async () => {
  const app = await sampleProgramme(began, monthly);
  const contract = await activatePhone(app, owner);
  const route = `POST /v1/contracts/${contract}/auto-renewal`;
  const shown = (await app.call(owner, `GET /v1/contracts/${contract}/renewals`)).body;
  equal(typeof shown.wording, "string", "what is agreed to is shown first");
  const agree = { method: "test_success", price, agrees: true };
  const cheaper = { ...agree, price: { amount: 1, currency: "USD" } };
  equal((await app.call(owner, route, cheaper)).body.code, "price_changed");
  equal((await app.call("owner eve@example.org", route, agree)).status, 404);
  equal((await app.call(owner, route, agree)).status, 201);
  equal((await app.call(owner, route, agree)).body.code, "renews_itself_already");
  await app.moveTo("2026-05-10T10:00:00-10:00");
  deepEqual(await told(app), [
    ["03-20", "AutoRenewalAgreed", null],
    ["04-13", "RenewalAnnounced", "sent"],
    ["04-19", "ChargeCaptured", null],
    ["04-19", "ContractRenewed", "sent"],
  ]);
  const held = (await app.call(owner, "GET /v1/contracts?state=active")).body.data as { id: string }[];
  const second = held[0]?.id;
  equal((await app.call(owner, `POST /v1/contracts/${second}/auto-renewal/cancellation`, {})).status, 200);
  await app.moveTo("2026-07-01T10:00:00-10:00");
  deepEqual((await told(app)).slice(4), [
    ["05-10", "AutoRenewalEnded", "sent"],
    ["05-13", "RenewalOffered", "sent"],
  ]);
  assertBudgets(await app.platform.metrics.text());
  deepEqual(await violationsIn(app.database), []);
});

test("a charge that fails ends the consent while there is a day to pay by hand", async () => {
  const app = await sampleProgramme(began, monthly);
  const contract = await activatePhone(app, owner);
  const agreed = { method: "test_declined", price, agrees: true };
  equal((await app.call(owner, `POST /v1/contracts/${contract}/auto-renewal`, agreed)).status, 201);
  await app.moveTo("2026-04-19T12:00:00-10:00");
  deepEqual((await told(app)).slice(1), [
    ["04-13", "RenewalAnnounced", "sent"],
    ["04-19", "PaymentFailed", null],
    ["04-19", "AutoRenewalEnded", "sent"],
  ]);
  const paid = await app.call(owner, `POST /v1/contracts/${contract}/renewal`, {
    method: "test_success",
    price,
  });
  equal(paid.status, 200, JSON.stringify(paid.body));
  deepEqual(await violationsIn(app.database), []);
});

test("a price that changes after it was announced is not collected", async () => {
  const app = await sampleProgramme(began, monthly);
  const contract = await activatePhone(app, owner);
  const agreed = { method: "test_success", price, agrees: true };
  equal((await app.call(owner, `POST /v1/contracts/${contract}/auto-renewal`, agreed)).status, 201);
  await app.moveTo("2026-04-14T12:00:00-10:00");
  await ownerQuery(
    app.database,
    `insert into catalogue.price (sku, currency, min_quantity, net_minor, gross_minor, valid_from)
     values ('S-NEXT', 'USD', 1, 999, 999, '2026-04-15')`,
  );
  await app.moveTo("2026-04-19T23:00:00-10:00");
  deepEqual((await told(app)).slice(2), [["04-19", "AutoRenewalEnded", "sent"]]);
});
