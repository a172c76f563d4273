import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { readPublicId } from "../../src/platform/index.ts";
import { cleanFindings, warsaw } from "../support/cases.ts";
import { type ClaimDesk, claimDesk, OWNER } from "../support/claimDesk.ts";
import { comesTo } from "../support/comesTo.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import { type ServedMoney, serveMoney } from "./money/servedMoney.ts";

const judged = { intentional: false, cosmeticOnly: false, forceMajeure: false, unauthorisedParts: false };
/** A fall the plan covers, and a defect that its replacement leaves nothing to do about. */
const look = {
  findings: { ...cleanFindings, warrantyEndsAt: "2027-05-25T10:00:00Z" },
  further: [{ cause: "defect", parts: ["camera"], ...judged }],
};

test("a case of two findings whose server dies at every step: one look, fee, use and parcel", async () => {
  const desk = await claimDesk();
  const id = await desk.claimAfter(["intake"]);
  const { app } = desk;
  await app.platform.jobs.drained();
  await app.platform.jobs.stop();
  let server = await serveMoney(app, { point: "inspection_saved:1" });
  const dies = async (at: string, next?: string) => {
    equal(await server.died(), "SIGKILL", `it came to ${at}`);
    server = await serveMoney(app, { point: next });
  };
  const take = (step: string, body: object, as: "staff" | typeof OWNER = "staff") =>
    server.call(as, `POST /v1/claims/${id}/${step}`, body);
  const taken = async (...told: Parameters<typeof take>) => {
    const answer = await take(...told);
    equal(answer?.status, 200, JSON.stringify(answer?.body));
  };

  await take("inspection", look);
  await dies("inspection_saved", "charge_called:1");
  equal((await desk.kept(id)).slots[0], "reserved", "the promise of the report stands");
  await taken("inspection", look);
  await taken("choice", { route: "plan" }, OWNER);
  await take("payment", { method: "test_success" }, OWNER);
  await dies("charge_called", "fee_recorded:1");
  // Nobody asks again: its outcome is found out, and followed, as soon as there is a server.
  await dies("fee_recorded", "shipment_saved:1");
  await comesToState(server, id, "paid");
  await taken("replacement", { serial: "AC4KILLED0001" });
  await take("shipment", parcel);
  await dies("shipment_saved");
  await taken("shipment", parcel);
  await server.stop();

  deepEqual(await keptOf(desk, id), {
    ...{ inspections: 1, findings: 2, atBank: 1, swaps: 1, shipments: 1 },
    ...{ slots: ["used", "free", "free"], charges: ["captured"] },
    events: ["ClaimInspected", "ClaimShipped", "DeviceReplaced", "FeePaid", "SlotUsed"],
  });
  deepEqual(await invariantSweep(app.database), []);
});

const parcel = { carrier: "DHL", tracking: "JD1", address: warsaw };

/** Waits until the case is there. */
async function comesToState(server: ServedMoney, id: string, state: string): Promise<void> {
  await comesTo(`the case is ${state}`, async () => {
    const seen = await server.call("staff", `GET /v1/claims/${id}`);
    return (seen?.body.claim as { state: string } | undefined)?.state === state;
  });
}

async function keptOf(desk: ClaimDesk, id: string): Promise<object> {
  const { rootId, no } = readPublicId("clm", id) ?? {};
  const { slots, charges } = await desk.kept(id);
  const { rows } = await desk.app.platform.database.pool.query<object>(
    `select (select count(*)::integer from service.inspection where device_id = $1 and claim_no = $2)
              as inspections,
            (select json_array_length(found) from claims.claim where device_id = $1 and no = $2) as findings,
            (select count(*)::integer from money.test_payment
              where outcome = 'succeeded' and key like '%' || $1 || '%') as "atBank",
            (select count(*)::integer from service.swap where device_id = $1) as swaps,
            (select count(*)::integer from service.shipment where device_id = $1) as shipments,
            (select array_agg(type order by type) from platform.event
              where root_id = $1 and type in ('ClaimInspected', 'FeePaid', 'DeviceReplaced', 'SlotUsed',
                                              'ClaimShipped')) as events`,
    [rootId, no],
  );
  return { ...rows[0], slots, charges };
}
