import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { readPublicId } from "../../src/platform/index.ts";
import { type ClaimDesk, claimDesk, OWNER, toPaid } from "../support/claimDesk.ts";
import { comesTo } from "../support/comesTo.ts";
import { coveredMini, FLYAWAY_TERMS, PILOT } from "../support/flownMini.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import { ownerQuery } from "../support/ownerQuery.ts";
import { type TestApp, testApp } from "../support/testApp.ts";
import { serveMoney, type Told } from "./money/servedMoney.ts";

const parts = ["camera", "battery"];

test("a quick case whose server dies at its signals and at its swap: one signal, one fee", async () => {
  const desk = await claimDesk();
  const { app } = desk;
  for (let count = 0; count < 4; count += 1) {
    await desk.claimAfter([]);
  }
  await calm(app);
  const { id, serial } = await reported(desk, "quick");
  // Its report waits for somebody to look at it.
  let server = await serveMoney(app, { point: "signals_raised:1" });
  equal(await server.died(), "SIGKILL", "it came to signals_raised");
  equal(await countOf(app, id, "claims.signal where device_id = $1"), 0);
  server = await serveMoney(app, { point: "swap_on_receipt_saved:1" });
  await until(() => countOf(app, id, "claims.signal where device_id = $1"), 1);
  await server.call("staff", `POST /v1/claims/${id}/intake`, { serial, parts, condition: "cracked" });
  equal(await server.died(), "SIGKILL", "it came to swap_on_receipt_saved");
  const half = await desk.kept(id);
  deepEqual([half.claim.state, half.charges], ["received", []]);
  server = await serveMoney(app);
  await until(() => countOf(app, id, "money.charge where root_id = $1"), 1);
  await server.stop();
  const { claim, slots, charges, events } = await desk.kept(id);
  deepEqual([claim.state, claim.route, slots[0], charges], ["chosen", "plan", "reserved", ["open"]]);
  equal(events.filter((type) => type === "SwapOnReceiptBegun").length, 1);
  equal(await countOf(app, id, "claims.signal where device_id = $1"), 1);
  deepEqual(await invariantSweep(app.database), []);
});

test("a device is handed over whole or not at all", async () => {
  const desk = await claimDesk();
  const { app } = desk;
  const { id, serial } = await reported(desk, "swift");
  equal((await desk.step("intake", id, { serial, parts, condition: "cracked" })).status, 200);
  for (const step of [...toPaid.slice(1), "replacement"] as const) {
    equal((await desk.step(step, id)).status, 200, step);
    await app.platform.jobs.drained();
  }
  await calm(app);
  const give = [`POST /v1/claims/${id}/hand-over`, { sign: "slip" }] as const;
  const doomed = await serveMoney(app, { point: "hand_over_saved:1" });
  await doomed.call("staff", ...give);
  equal(await doomed.died(), "SIGKILL", "it came to hand_over_saved");
  const half = await desk.kept(id);
  deepEqual([half.claim.state, half.slots[0]], ["replaced", "reserved"]);
  equal(await countOf(app, id, "service.shipment where device_id = $1"), 0);
  const server = await serveMoney(app);
  isDone(await server.call("staff", ...give));
  await server.stop();
  const { claim, slots } = await desk.kept(id);
  deepEqual([claim.state, slots[0]], ["closed", "used"]);
  equal(await countOf(app, id, "service.shipment where device_id = $1"), 1);
  deepEqual(await invariantSweep(app.database), []);
});

test("a device that was repaired is invited once, whenever its server dies", async () => {
  const desk = await claimDesk();
  const { app } = desk;
  const camera = desk.camera();
  // Its plan is over by then: who has one is not invited.
  await app.moveTo("2028-07-01T10:00:00Z");
  const id = await desk.claimAfter(["intake", "inspection"], camera);
  equal((await desk.step("choice", id, { route: "paid" })).status, 200);
  equal((await desk.step("payment", id)).status, 200);
  await app.platform.jobs.drained();
  equal((await desk.step("shipment", id)).status, 200);
  await calm(app);
  const first = await serveMoney(app, { point: "repair_closed:1" });
  await first.call(OWNER, `POST /v1/claims/${id}/closure`, {});
  equal(await first.died(), "SIGKILL", "it came to repair_closed");
  equal(await countOf(app, id, "contracts.invitation where device_id = $1"), 0);
  const second = await serveMoney(app, { point: "repair_invited:1" });
  equal(await second.died(), "SIGKILL", "it came to repair_invited");
  equal(await countOf(app, id, "contracts.invitation where device_id = $1"), 1);
  const third = await serveMoney(app);
  await until(() => countOf(app, id, OPEN_JOBS), 0);
  await third.stop();
  equal(await countOf(app, id, "contracts.invitation where device_id = $1"), 1);
  deepEqual(await invariantSweep(app.database), []);
});

test("an analysis of a flight is kept whole or not at all", async () => {
  const app = await testApp({ now: "2024-06-01T10:00:00Z", settings: { programmes: FLYAWAY_TERMS } });
  const serial = "M3KILLED0001";
  await coveredMini(app, serial);
  const incident = { at: "2024-06-01T10:00:00Z", cause: "flyaway", lost: "total" };
  const { body } = await app.call(PILOT, "POST /v1/claims", { serial, incident, channel: "online" });
  const { id } = body.claim as { id: string };
  await calm(app);
  const shown = { analysis: "customer", flightLog: "cloud", boundThroughout: true };
  const analyse = [`POST /v1/claims/${id}/analysis`, shown] as const;
  const doomed = await serveMoney(app, { programmes: FLYAWAY_TERMS, point: "analysis_saved:1" });
  await doomed.call("staff", ...analyse);
  equal(await doomed.died(), "SIGKILL", "it came to analysis_saved");
  equal(await countOf(app, id, "service.inspection where device_id = $1"), 0);
  equal(await countOf(app, id, "claims.claim where device_id = $1 and state = 'reported'"), 1);
  const server = await serveMoney(app, { programmes: FLYAWAY_TERMS });
  isDone(await server.call("staff", ...analyse));
  await server.stop();
  equal(await countOf(app, id, "service.inspection where device_id = $1"), 1);
  equal(await countOf(app, id, "claims.claim where device_id = $1 and state = 'inspected'"), 1);
  deepEqual(await invariantSweep(app.database), []);
  await app.stop();
});

const OPEN_JOBS = `pgboss.job where name = 'invite_after_repair' and data ->> 'rootId' = $1
                      and state <> 'completed'`;

/** Ends what runs here: from now on a server of its own works. */
async function calm({ platform }: TestApp): Promise<void> {
  await platform.jobs.drained();
  await platform.jobs.stop();
}

async function reported(desk: ClaimDesk, channel: string): Promise<{ id: string; serial: string }> {
  const { status, body } = await desk.report({ channel });
  equal(status, 201, JSON.stringify(body));
  return body.claim as { id: string; serial: string };
}

async function countOf({ database }: TestApp, id: string, of: string): Promise<number> {
  const [row] = await ownerQuery<{ count: number }>(
    database,
    `select count(*)::integer as count from ${of}`,
    [readPublicId("clm", id)?.rootId],
  );
  return row?.count ?? -1;
}

async function until(count: () => Promise<number>, wanted: number): Promise<void> {
  await comesTo(`there are ${wanted}`, async () => (await count()) === wanted);
}

function isDone(told: Told | undefined): void {
  equal(told?.status, 200, JSON.stringify(told?.body));
}
