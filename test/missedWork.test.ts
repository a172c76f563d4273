import { deepEqual, equal } from "node:assert/strict";
import { before, describe, it } from "node:test";
import { activateContract, renewContract } from "../src/contracts/index.ts";
import { bookCapture, type ChargeLine } from "../src/money/ledger/index.ts";
import { type Platform, perform, sendMissedAgain, systemCaller, transact } from "../src/platform/index.ts";
import { type ClaimDesk, claimDesk, toInspected } from "./support/claimDesk.ts";
import { ownerQuery } from "./support/ownerQuery.ts";
import { integrator, planShop, violationsIn } from "./support/soldPlans.ts";
import type { TestDatabase } from "./support/testDatabase.ts";

/** Captures what is open on a root, at an earlier instant, and tells nobody: what follows was lost. */
const CAPTURE = `
  with attempted as (
    insert into money.attempt (root_id, about, about_no, no, key, provider, method, state, provider_ref,
                               started_at, resolved_at)
    select root_id, 'charge', no, 1, 'lost-' || root_id || no, 'test', 'test_success', 'succeeded',
           'lost-' || root_id || no, $2::timestamptz, $2::timestamptz
      from money.charge where root_id = $1 and state = 'open'
    returning provider, provider_ref, root_id, about_no, no
  ), kept as (
    insert into money.provider_ref (provider, provider_ref, root_id, about, about_no, attempt_no)
    select provider, provider_ref, root_id, 'charge', about_no, no from attempted
  )
  update money.charge set state = 'captured', closed_at = $2
   where root_id = $1 and state = 'open'
  returning no, currency`;

describe("work that was lost after the money had come", () => {
  let desk: ClaimDesk;
  let database: TestDatabase;
  before(async () => {
    desk = await claimDesk();
    database = desk.app.database as TestDatabase;
  });

  const captureLongAgo = (rootId: string, at = "2026-09-05T08:30:00Z") =>
    capture({ database, platform: desk.app.platform }, rootId, at);
  const sweep = async () => {
    const sent = await sendMissedAgain(desk.app.platform);
    await desk.app.platform.jobs.drained();
    return sent;
  };

  it("is sent again an hour later: an order is delivered and billed, once", async () => {
    const placed = await desk.app.call("reseller", "POST /v1/orders", {
      lines: [{ sku: "U-3889316", quantity: 2 }],
      buyer: { email: "shop@example.org", name: "A shop", country: "EE" },
      delivery: { option: "email" },
    });
    const id = String(placed.body.id);
    await captureLongAgo(id.slice(4));
    deepEqual([await sweep(), await sweep()], [2, 0]);
    equal((await desk.app.call("reseller", `GET /v1/orders/${id}`)).body.state, "delivered");
    const billed = await desk.app.call("reseller", `GET /v1/orders/${id}/invoices`);
    equal((billed.body.data as readonly object[]).length, 1);
  });

  it("is sent again an hour later: a claim moves on", async () => {
    const id = await desk.claimAfter([...toInspected, "choice"]);
    await captureLongAgo(id.split("_")[1] as string);
    equal(await sweep(), 1);
    equal((await desk.kept(id)).claim.state, "paid");
  });

  it("is left alone in its first hour, and while a job still waits for its next try", async () => {
    const id = await desk.claimAfter([...toInspected, "choice"]);
    const rootId = id.split("_")[1] as string;
    await captureLongAgo(rootId, "2026-09-05T09:30:00Z");
    equal(await sweep(), 0);
    await ownerQuery(
      database,
      "update money.charge set closed_at = '2026-09-05T08:00:00Z' where root_id = $1",
      [rootId],
    );
    await ownerQuery(
      database,
      `insert into pgboss.job (name, data, state, retry_count, start_after)
       values ('take_fee_to_claim', $1::jsonb, 'retry', 3, now() + interval '1 hour')`,
      [JSON.stringify({ rootId, claimNo: 1 })],
    );
    equal(await sweep(), 0);
    await ownerQuery(database, "delete from pgboss.job where state = 'retry'");
    equal(await sweep(), 1);
  });

  it("leaves every invariant as it was", async () => {
    const events = (found: { invariant: number; detail: string }) => found.invariant !== 28;
    deepEqual((await violationsIn(database)).filter(events), []);
  });
});

it("sends a lost renewal again: it is concluded", async () => {
  const shop = await planShop();
  const [code = ""] = await shop.sell("CARE-1Y-MAVIC-PRO", 1);
  const device = { activatedAt: "never", region: "EU" } as const;
  const holder = { name: "Ada", email: "ada@example.com" };
  const command = { code, serial: "MVP00000001", device, holder };
  const desk = integrator("desk");
  const { reply } = await perform(shop.platform, desk, activateContract, command);
  const id = reply?.contract.id ?? "";
  const deviceId = id.split("_")[1] as string;
  const renewal = await perform(shop.platform, desk, renewContract, {
    id,
    method: "test_pending",
    country: "PL",
  });
  equal(renewal.refused, undefined);
  await shop.platform.jobs.drained();
  await ownerQuery(shop.database, "delete from money.attempt where root_id = $1", [deviceId]);
  await capture(shop, deviceId, "2026-11-21T07:00:00Z");
  equal(await sendMissedAgain(shop.platform), 1);
  await shop.platform.jobs.drained();
  const contracts = "select no from contracts.contract where device_id = $1";
  equal((await ownerQuery(shop.database, contracts, [deviceId])).length, 2);
  equal(await sendMissedAgain(shop.platform), 0);
});

/** A charge that is captured and booked, and whose event never was. */
async function capture(
  { database, platform }: { readonly database: TestDatabase; readonly platform: Platform },
  rootId: string,
  at: string,
): Promise<void> {
  const captured = await ownerQuery<{ no: number; currency: string }>(database, CAPTURE, [rootId, at]);
  equal(captured.length, 1, "one charge was open");
  const { no: chargeNo = 0, currency = "" } = captured[0] ?? {};
  const lines = await ownerQuery<ChargeLine>(
    database,
    `select kind, programme, region, plan, quantity, net_minor::integer as "netMinor",
            tax_minor::integer as "taxMinor", tax_kind as "taxKind"
       from money.charge_line where root_id = $1 and charge_no = $2 order by no`,
    [rootId, chargeNo],
  );
  await transact(platform, systemCaller, (tx) =>
    bookCapture(tx, { rootId, chargeNo, currency, lines }, { kind: "clearing", party: "test" }),
  );
}
