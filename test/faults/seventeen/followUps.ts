import assert from "node:assert/strict";
import { BOB, type ClaimDesk, toPaid } from "../../support/claimDesk.ts";
import type { EvidenceDesk } from "../../support/evidenceDesk.ts";
import { patternedPhoto } from "./patternedPhoto.ts";

/**
 * An honest owner: what was reported and taken back is reported again with its own photo, is replaced, and
 * the new unit breaks in its turn. Answers with the kinds of signals of both cases.
 */
export async function followUps({ desk, send }: EvidenceDesk): Promise<readonly string[]> {
  const camera = desk.camera(BOB);
  const photo = { type: "image/jpeg", bytes: await patternedPhoto(camera.serial) };
  const first = await desk.claimAfter([], camera);
  await send(first, photo, BOB);
  await desk.app.platform.jobs.drained();
  const given = await desk.app.call(BOB, `POST /v1/claims/${first}/cancellation`, {});
  assert.equal(given.status, 200, JSON.stringify(given.body));
  const second = await desk.claimAfter([], camera);
  await send(second, photo, BOB);
  await desk.app.platform.jobs.drained();
  const serial = desk.newSerial();
  for (const step of [...toPaid, "replacement", "shipment", "closure"] as const) {
    const parcel = { serial: camera.serial, parts: ["camera", "battery"], condition: "cracked" };
    const body = { intake: parcel, replacement: { serial } }[step as "intake"];
    const isOwners = step === "choice" || step === "payment" || step === "closure";
    const { status, body: told } = await desk.step(step, second, body, isOwners ? BOB : undefined);
    assert.equal(status, 200, `${step}: ${JSON.stringify(told)}`);
  }
  const third = await desk.claimAfter([], { ...camera, serial });
  await desk.app.platform.jobs.drained();
  const kinds = await Promise.all([second, third].map((id) => kindsOf(desk, id)));
  return [...new Set(kinds.flat())];
}

async function kindsOf({ app }: ClaimDesk, id: string): Promise<string[]> {
  const { body } = await app.call("staff", `GET /v1/claims/${id}/signals`);
  return (body.data as { kind: string }[]).map(({ kind }) => kind);
}
