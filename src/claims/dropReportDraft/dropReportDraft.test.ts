import assert from "node:assert/strict";
import { beforeEach, it } from "node:test";
import { comesTo } from "../../../test/support/comesTo.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { activatePhone, sampleProgramme } from "../../../test/support/sampleProgramme.ts";
import type { Answer, TestApp } from "../../../test/support/testApp.ts";
import { lockDeviceRoot } from "../../contracts/index.ts";
import { createPerson } from "../../identity/index.ts";
import { readPublicId, systemCaller, type Tx, transact } from "../../platform/index.ts";
import { keepTold, OWNERS_DRAFT } from "../reportDrafts/index.ts";

const ADA = "owner ada@example.org";
const BEN = "owner ben@example.org";

let app: TestApp;
let device: string;

beforeEach(async () => {
  app = await sampleProgramme("2026-03-20T10:00:00-10:00", {
    programme: "one-time-transfer",
    plan: "term-2y",
  });
  const contract = await activatePhone(app, ADA);
  device = String((await app.call(ADA, `GET /v1/contracts/${contract}`)).body.deviceId);
  await app.moveTo("2026-03-21T10:00:00-10:00");
  const told = { incident: { cause: "drop", at: "2026-03-20" } };
  assert.equal((await app.call(ADA, `PUT /v1/devices/${device}/report-draft`, told)).status, 200);
});

async function forget(as: typeof ADA | typeof BEN): Promise<Answer> {
  return await app.call(as, `POST /v1/devices/${device}/report-draft/removal`, {});
}

/** As a transfer and the next holder's first answer leave it. */
async function passOn(tx: Tx, deviceId: string): Promise<void> {
  const personId = await createPerson(tx, { name: "Ben", email: "ben@example.org" });
  const text = "update contracts.contract set holder_id = $2 where device_id = $1";
  await tx.query({ name: "hand_over_for_test", text }, [deviceId, personId]);
  await keepTold(tx, { deviceId, no: OWNERS_DRAFT, personId }, { incident: { cause: "water" } });
}

const WAITING = `select count(*)::integer as waiting from pg_stat_activity
                  where datname = current_database() and wait_event_type = 'Lock'`;

it("forgets what its holder told, once", async () => {
  assert.deepEqual((await forget(ADA)).body, { forgotten: true });
  assert.deepEqual((await forget(ADA)).body, { forgotten: false });
});

it("leaves what the next holder told, however late the one before asks", async () => {
  const deviceId = readPublicId("dev", device)?.rootId ?? "";
  const asked = await transact(app.platform, systemCaller, async (tx) => {
    await lockDeviceRoot(tx, deviceId);
    await passOn(tx, deviceId);
    const asking = forget(ADA);
    await comesTo("who held it before waits", async () => {
      const [row] = await ownerQuery<{ waiting: number }>(app.database, WAITING);
      return (row?.waiting ?? 0) > 0;
    });
    return { asking };
  });
  assert.equal((await asked.asking).status, 404);
  assert.deepEqual((await forget(BEN)).body, { forgotten: true }, "the next holder's was there");
});
