import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { receiveMail, replyAddressOf } from "../../src/claims/index.ts";
import { type Platform, readPublicId } from "../../src/platform/index.ts";
import { claimDesk } from "../support/claimDesk.ts";
import { comesTo } from "../support/comesTo.ts";
import { cameraPhoto } from "../support/hostileFiles.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import { mailOf } from "../support/mailDesk.ts";
import { serveMoney } from "./money/servedMoney.ts";

test("a mail whose server dies at each step of its work is in its case once, with its photos", async () => {
  const desk = await claimDesk();
  const id = await desk.claimAfter([]);
  const { platform } = desk.app;
  await platform.jobs.drained();
  await platform.jobs.stop();
  const photo = { name: "a.jpg", type: "image/jpeg", bytes: await cameraPhoto() };
  const to = replyAddressOf(platform, id) ?? "";
  await receiveMail(platform, mailOf({ to, text: "See.", files: [photo, { ...photo, name: "b.jpg" }] }));

  for (const point of ["mail_kept:1", "mail_attached:1"]) {
    const before = await kept(platform, id);
    deepEqual([before.state, before.messages], ["new", 0], `before ${point}`);
    const server = await serveMoney(desk.app, { point });
    equal(await server.died(), "SIGKILL", point);
  }
  const last = await serveMoney(desk.app, { point: "mail_taken:1" });
  equal(await last.died(), "SIGKILL", "mail_taken");
  const server = await serveMoney(desk.app);
  await comesTo("both photos are checked", async () => (await kept(platform, id)).checked === 2);
  await server.stop();
  const whole = { state: "taken", messages: 1, evidence: [1, 2], pieces: 2, checked: 2 };
  deepEqual(await kept(platform, id), whole);
  deepEqual(await invariantSweep(desk.app.database), []);
});

interface Kept {
  readonly state: string;
  readonly messages: number;
  readonly evidence: readonly number[] | null;
  readonly pieces: number;
  readonly checked: number;
}

async function kept(platform: Platform, id: string): Promise<Kept> {
  const { rows } = await platform.database.pool.query<Kept>(
    `select (select state from claims.mail) as state,
            (select count(*)::integer from claims.message where device_id = $1) as messages,
            (select evidence from claims.message where device_id = $1) as evidence,
            (select count(*)::integer from claims.evidence
              where device_id = $1 and belongs_to = 'claim') as pieces,
            (select count(*)::integer from claims.evidence
              where device_id = $1 and state = 'kept') as checked`,
    [readPublicId("clm", id)?.rootId],
  );
  return rows[0] as Kept;
}
