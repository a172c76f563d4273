import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { BOB, type ClaimDesk, claimDesk, OWNER, type Who } from "../../../test/support/claimDesk.ts";
import { deadlinesOf, listMail, readPublicId } from "../../platform/index.ts";

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
});

const told = {
  incident: { cause: "drop", at: "2026-09-04", country: "PL", lost: "none" },
  channel: "online",
};

async function deviceOf(serial: string): Promise<string> {
  const { body } = await desk.app.call("staff", "GET /v1/contracts?limit=200");
  const rows = body.data as { deviceId: string; serial: string }[];
  const row = rows.find((each) => each.serial === serial);
  assert(row !== undefined, JSON.stringify(body));
  return row.deviceId;
}

const keep = (who: Who, device: string, answers: object = told, headers = {}) =>
  desk.app.call(who, `PUT /v1/devices/${device}/report-draft`, answers, headers);
const read = (who: Who, device: string, headers = {}) =>
  desk.app.call(who, `GET /v1/devices/${device}/report-draft`, undefined, headers);

describe("a report that is not sent yet", () => {
  it("is there on another device, is nobody else's, and is gone when it is sent", async () => {
    const camera = desk.camera();
    const device = await deviceOf(camera.serial);
    assert.equal((await keep(OWNER, device, { incident: { cause: "drop" } })).status, 200);
    const kept = await keep(OWNER, device);
    assert.deepEqual([kept.status, kept.body.side, kept.body.serial], [200, "owner", camera.serial]);
    const again = await read(OWNER, device);
    assert.deepEqual(again.body.incident, told.incident);
    assert.equal((await read(BOB, device)).status, 404);
    assert.equal((await keep(BOB, device)).status, 404);
    assert.equal((await read("staff", device)).status, 404, "the office has a draft of its own");
    const { body } = await desk.app.call(OWNER, "GET /v1/report-drafts");
    assert.ok((body.data as { deviceId: string }[]).some(({ deviceId }) => deviceId === device));
    await keep("staff", device);
    assert.equal((await desk.report({}, camera)).status, 201);
    assert.equal((await read(OWNER, device)).status, 404);
    assert.equal((await read("staff", device)).status, 404);
    const { rootId = "" } = readPublicId("dev", device) ?? {};
    const left = await deadlinesOf(desk.app.platform.database, rootId);
    assert.ok(!left.some(({ kind }) => kind === "report_draft_lapses"));
  });

  it("stays where the report is only tried, or refused", async () => {
    const camera = desk.camera();
    const device = await deviceOf(camera.serial);
    await keep(OWNER, device);
    const body = {
      serial: camera.serial,
      incident: { ...told.incident, at: "2027-01-01" },
      channel: "online",
    };
    assert.equal((await desk.app.call(OWNER, "POST /v1/claims", body)).body.code, "incident_in_future");
    const right = { ...body, incident: told.incident };
    assert.equal((await desk.app.call(OWNER, "POST /v1/claims?dryRun=true", right)).status, 200);
    assert.equal((await read(OWNER, device)).status, 200);
  });

  it("goes on from a mail without signing in: that draft, that device, and nothing else", async () => {
    const camera = desk.camera();
    const other = desk.camera();
    const [device, another] = await Promise.all([deviceOf(camera.serial), deviceOf(other.serial)]);
    await keep("staff", device);
    const mailed = await desk.app.call("staff", `POST /v1/devices/${device}/report-draft/link`, {});
    assert.deepEqual([mailed.status, mailed.body.mailed], [200, true], JSON.stringify(mailed.body));
    await desk.app.platform.jobs.drained();
    const mails = await listMail(desk.app.platform.config.dataFolder);
    const mail = mails.find(({ subject }) => subject.startsWith("Go on with your report"));
    assert.equal(mail?.to.includes("ada@example.org"), true);
    const link = { "x-evermend-link": /\/open\/(rdr_[\w.-]+)/.exec(mail?.text ?? "")?.[1] ?? "" };
    assert.deepEqual((await read("public", device, link)).body.incident, told.incident);
    assert.equal((await read("public", another, link)).status, 404);
    assert.equal((await keep("public", another, told, link)).status, 404);
    const question = { serial: camera.serial, incident: told.incident };
    const asked = await desk.app.call("public", "POST /v1/claims/questions", question, link);
    assert.deepEqual(asked.body.due, [{ name: "parts", asks: ["parts"] }]);
    const report = { serial: other.serial, incident: told.incident, channel: "online" };
    const refused = await desk.app.call("public", "POST /v1/claims", report, link);
    assert.equal(refused.body.code, "device_unknown");
    const sent = await desk.app.call("public", "POST /v1/claims", { ...report, serial: camera.serial }, link);
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
    assert.equal((await read("public", device, link)).status, 404, "it is sent, and forgotten");
  });

  it("is forgotten after thirty days without an answer, and not before", async () => {
    const camera = desk.camera();
    const device = await deviceOf(camera.serial);
    const now = desk.app.platform.clock.now();
    await keep(OWNER, device);
    await desk.app.moveTo(now.add({ hours: 24 * 20 }).toString());
    await keep(OWNER, device, { incident: { cause: "water" } });
    await desk.app.moveTo(now.add({ hours: 24 * 49 }).toString());
    assert.equal((await read(OWNER, device)).body.endsAt, now.add({ hours: 24 * 50 }).toString());
    await desk.app.moveTo(now.add({ hours: 24 * 50 }).toString());
    assert.equal((await read(OWNER, device)).status, 404);
  });

  it("is one draft, whoever of two windows was last", async () => {
    const device = await deviceOf(desk.camera().serial);
    const told8 = Array.from({ length: 8 }, (_, no) => ({ incident: { at: `2026-09-0${no + 1}` } }));
    const answers = await Promise.all(told8.map((answers) => keep(OWNER, device, answers)));
    assert.ok(answers.every(({ status }) => status === 200));
    const { body } = await desk.app.call(OWNER, "GET /v1/report-drafts?limit=200");
    const rows = (body.data as { deviceId: string }[]).filter(({ deviceId }) => deviceId === device);
    assert.equal(rows.length, 1);
  });

  it("is begun for a caller who tells a serial or an address, and for nobody else's", async () => {
    const camera = desk.camera(BOB);
    const find = (search: string, who: Who = "staff") =>
      desk.app.call(who, `GET /v1/reportable-devices?search=${encodeURIComponent(search)}`);
    const [row] = (await find(camera.serial)).body.data as { holder: { email: string }; deviceId: string }[];
    assert.equal(row?.holder.email, "bob@example.org");
    const bobs = (await find("Bob@Example.org")).body.data as { deviceId: string }[];
    assert.ok(bobs.some(({ deviceId }) => deviceId === row?.deviceId));
    assert.deepEqual((await find("nobody@example.org")).body.data, []);
    assert.equal((await find(camera.serial, OWNER)).status, 403);
    const body = {
      serial: camera.serial,
      incident: { ...told.incident, parts: ["camera"] },
      channel: "online",
    };
    const opened = await desk.app.call("staff", "POST /v1/claims", body);
    assert.equal(opened.status, 201);
    const seen = (await desk.app.call(BOB, "GET /v1/claims")).body.data as { deviceId: string }[];
    assert.ok(
      seen.some(({ deviceId }) => deviceId === row?.deviceId),
      "it is its holder's case",
    );
    await desk.app.platform.jobs.drained();
    const mails = await listMail(desk.app.platform.config.dataFolder);
    assert.ok(
      mails.some(({ to, subject }) => to.includes("bob@") && subject.startsWith("We have your report")),
    );
  });
});
