import { deepEqual, equal } from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { addEvidence } from "../../src/claims/index.ts";
import { receiveFile } from "../../src/claims/receiveEvidence.ts";
import { type Platform, perform, readPublicId } from "../../src/platform/index.ts";
import { claimDesk } from "../support/claimDesk.ts";
import { comesTo } from "../support/comesTo.ts";
import { cameraPhoto } from "../support/hostileFiles.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import { serveMoney } from "./money/servedMoney.ts";

test("a photo whose server dies at each step of its check is kept once, original and copy", async () => {
  const desk = await claimDesk();
  const id = await desk.claimAfter([]);
  const { platform } = desk.app;
  await platform.jobs.drained();
  await platform.jobs.stop();
  const fileName = await send(platform, id);

  for (const point of ["evidence_stored:1", "evidence_shown:1", "evidence_kept:1"]) {
    equal((await kept(platform, id)).state, "checking", `before ${point}`);
    const server = await serveMoney(desk.app, { point });
    equal(await server.died(), "SIGKILL", point);
  }
  const server = await serveMoney(desk.app);
  await comesTo("the photo is checked", async () => (await kept(platform, id)).isCleared);
  await server.stop();

  const folder = path.join(platform.config.dataFolder, "evidence");
  deepEqual(await readdir(path.join(folder, "arriving")), []);
  deepEqual(await readdir(path.join(folder, "original")), [fileName]);
  deepEqual(await readdir(path.join(folder, "shown")), [fileName]);
  equal((await readFile(path.join(folder, "shown", fileName))).toString("hex", 0, 2), "ffd8");
  deepEqual(await kept(platform, id), {
    state: "kept",
    isCleared: true,
    events: ["EvidenceReceived", "EvidenceAdded"],
  });
  deepEqual(await invariantSweep(desk.app.database), []);
});

/** Sends a photo whole, while nobody works jobs. */
async function send(platform: Platform, id: string): Promise<string> {
  const photo = await cameraPhoto();
  await platform.files.demandRoom(photo.length);
  const command = { id, type: "image/jpeg", bytes: photo.length };
  const added = await perform(platform, { role: "staff", id: "test" }, addEvidence, command);
  const { fileName = "", item } = added.reply ?? {};
  await writeFile(platform.files.pathOf("arriving", fileName), photo);
  await receiveFile(platform, { id, no: item?.no ?? 0, fileName });
  return fileName;
}

interface Kept {
  readonly state: string;
  readonly isCleared: boolean;
  readonly events: readonly string[] | null;
}

async function kept(platform: Platform, id: string): Promise<Kept> {
  const { rows } = await platform.database.pool.query<Kept>(
    `select state, cleared_at is not null as "isCleared",
            (select array_agg(type order by seq) from platform.event
              where root_id = device_id and type like 'Evidence%') as events
       from claims.evidence where device_id = $1`,
    [readPublicId("clm", id)?.rootId],
  );
  return rows[0] as Kept;
}
