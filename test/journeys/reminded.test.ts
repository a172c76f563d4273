import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { ownerQuery } from "../support/ownerQuery.ts";
import { sellCodes } from "../support/soldPlans.ts";
import { type TestApp, testApp } from "../support/testApp.ts";
import { atEnd } from "../support/testDatabase.ts";

const owner = "owner ben@example.org";

async function activated(app: TestApp, serial: string): Promise<string> {
  const [code] = await sellCodes(app, { sku: "CARE-1Y-MAVIC-PRO", count: 1, region: "EU" });
  const { body, status } = await app.call(owner, "POST /v1/activations", {
    code,
    serial,
    device: { region: "EU", activatedAt: "2026-06-01T09:00:00Z" },
    holder: { name: "Ben", email: "ben@example.org" },
  });
  equal(status, 201, JSON.stringify(body));
  return (body.contract as { id: string }).id;
}

/** When a renewal was offered, and the letters about it by how they ended. */
async function offers(app: TestApp): Promise<readonly unknown[]> {
  await app.platform.jobs.drained();
  return await ownerQuery(
    app.database,
    `select to_char(event.at at time zone 'UTC', 'YYYY-MM-DD') as "on", event.body ->> 'until' as until,
            message.state
       from platform.event left join notices.message
         on message.root_id = event.root_id and message.event_seq = event.seq
      where event.type = 'RenewalOffered' order by event.at`,
  );
}

test("a holder is told a month before the end that the plan may be renewed, once", async () => {
  const app = await testApp({ now: "2026-06-01T10:00:00Z" });
  atEnd(app.stop);
  await activated(app, "MVPTEST0001");
  await app.moveTo("2027-05-02T23:00:00Z");
  deepEqual(await offers(app), [], "too early");
  await app.moveTo("2027-05-10T00:00:00Z");
  const told = [{ on: "2027-05-03", until: "2027-06-02T00:00:00Z", state: "sent" }];
  deepEqual(await offers(app), told);
  await app.moveTo("2027-07-01T00:00:00Z");
  deepEqual(await offers(app), told, "not again");
});

test("whoever renews early, or may not renew, is not reminded", async () => {
  const app = await testApp({ now: "2026-06-01T10:00:00Z" });
  atEnd(app.stop);
  const contract = await activated(app, "MVPTEST0002");
  await app.moveTo("2027-01-10T00:00:00Z");
  const renewed = await app.call(owner, `POST /v1/contracts/${contract}/renewal`, {
    ...{ method: "test_success", country: "DE" },
  });
  equal(renewed.status, 200, JSON.stringify(renewed.body));
  await app.moveTo("2028-07-01T00:00:00Z");
  // The plan that followed may not be renewed itself, by its terms.
  deepEqual(await offers(app), []);
});
