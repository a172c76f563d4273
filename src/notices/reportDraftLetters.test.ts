import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { activatePhone, sampleProgramme } from "../../test/support/sampleProgramme.ts";
import { readPublicId } from "../platform/index.ts";
import { reportDraftMailings } from "./reportDraftLetters.ts";

const GIVER = "owner ada@example.org";
const TAKER = "owner ben@example.org";

test("the letter of a report names a day of its plan's zone, and is for who holds the device", async () => {
  const plan = { programme: "one-time-transfer", plan: "term-2y" };
  const app = await sampleProgramme("2026-03-20T10:00:00-10:00", plan);
  const contract = await activatePhone(app, GIVER);
  const { body } = await app.call(GIVER, `GET /v1/contracts/${contract}`);
  const device = String(body.deviceId);
  const { rootId = "" } = readPublicId("dev", device) ?? {};
  const db = { query: app.platform.database.query, platform: app.platform };
  const letter = async () => await reportDraftMailings[0]?.address(db, rootId, { draftNo: 1 });
  equal(await letter(), undefined, "nothing is begun");
  // In the evening of a Saturday where the plan is; in UTC it is Sunday.
  await app.moveTo("2026-03-21T20:00:00-10:00");
  const told = { incident: { cause: "drop" } };
  equal((await app.call(GIVER, `PUT /v1/devices/${device}/report-draft`, told)).status, 200);
  match(JSON.stringify((await letter())?.letter), /We keep it until Monday 20 April 2026/);
  const to = { name: "Ben", email: "ben@example.org" };
  const asked = await app.call(GIVER, `POST /v1/contracts/${contract}/transfer`, { to });
  const answer = `POST /v1/transfers/${String(asked.body.id)}/answer`;
  deepEqual((await app.call(TAKER, answer, { answer: "agree" })).status, 200);
  equal(await letter(), undefined, "it passed on: the link would open nothing");
});
