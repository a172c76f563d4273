import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { warsaw } from "../support/cases.ts";
import { claimDesk, toPaid } from "../support/claimDesk.ts";
import { comesTo } from "../support/comesTo.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import { ownerQuery } from "../support/ownerQuery.ts";
import { serveMoney } from "./money/servedMoney.ts";

const parcel = { carrier: "DHL", tracking: "JD-SWAP", address: warsaw };
const reason = { reason: "the wrong one" };
const bySerial = ([one]: [string, string], [other]: [string, string]) => one.localeCompare(other);

test("a swap whose server dies at every step: one unit, one move for each cause, and no orphan", async () => {
  const desk = await claimDesk();
  const { app } = desk;
  const camera = desk.camera();
  const id = await desk.claimAfter(toPaid, camera);
  const serial = desk.newSerial();
  const unit = { serial, model: "osmo-action-4", region: "EU", grade: "refurbished" };
  await app.call("staff", "POST /v1/spare-units", { units: [unit] });
  await app.platform.jobs.drained();
  await app.platform.jobs.stop();
  let server = await serveMoney(app, { point: "swap_saved:1" });
  const dies = async (at: string, next?: string) => {
    equal(await server.died(), "SIGKILL", `it came to ${at}`);
    server = await serveMoney(app, { point: next });
  };
  const take = (step: string, body: object) => server.call("staff", `POST /v1/claims/${id}/${step}`, body);
  const taken = async (step: string, body: object) => {
    const answer = await take(step, body);
    equal(answer?.status, 200, `${step}: ${JSON.stringify(answer?.body)}`);
  };
  const states = async () => {
    const rows = (await ownerQuery(
      app.database,
      `select serial, state from service.spare_unit where serial in ('${serial}', '${camera.serial}')`,
    )) as { serial: string; state: string }[];
    return Object.fromEntries(rows.map((row) => [row.serial, row.state]));
  };

  const worn = async () => {
    const [row] = await ownerQuery<{ serial: string; next: string | null }>(
      app.database,
      "select serial, next_serial as next from contracts.device where $1 in (serial, next_serial)",
      [serial],
    );
    return [row?.serial, row?.next];
  };

  await take("replacement", { serial });
  await dies("swap_saved", "case_followed:1");
  deepEqual(await states(), { [serial]: "reserved" }, "nothing of the swap was kept");
  await taken("replacement", { serial });
  await dies("case_followed", "swap_reversed:1");
  await take("replacement/reversal", reason);
  await dies("swap_reversed", "shipment_saved:1");
  await taken("replacement/reversal", reason);
  await taken("replacement", { serial });
  await take("shipment", parcel);
  await dies("shipment_saved", "case_followed:1");
  deepEqual(await worn(), [camera.serial, serial], "the plan has not moved without its parcel");
  // It dies of what the swap left behind or of the shipment, whichever is followed first: asked again
  // either way.
  await take("shipment", parcel);
  await dies("case_followed", "delivery_saved:1");
  await take("shipment", parcel);
  const both = [camera.serial, serial].toSorted();
  const wanted = Object.fromEntries(both.map((each) => [each, each === serial ? "shipped" : "quarantined"]));
  const settled = async () => JSON.stringify(Object.entries(await states()).toSorted(bySerial));
  const end = JSON.stringify(Object.entries(wanted).toSorted(bySerial));
  await comesTo("one unit is sent, the other is here", async () => (await settled()) === end);
  const arrived = async () => {
    const [row] = await ownerQuery<object>(
      app.database,
      `select (select state from service.shipment) as parcel,
              (select count(*)::integer from platform.event where type = 'ClaimDelivered') as told`,
    );
    return { ...row };
  };
  await take("delivery", {});
  await dies("delivery_saved");
  deepEqual(await arrived(), { parcel: "sent", told: 0 });
  await taken("delivery", {});
  await server.stop();
  deepEqual(await arrived(), { parcel: "delivered", told: 1 });
  deepEqual(await worn(), [serial, null]);
  const { slots, charges } = await desk.kept(id);
  deepEqual([slots, charges], [["used", "free", "free"], ["captured"]]);
  deepEqual(await invariantSweep(app.database), []);
});
