import assert from "node:assert/strict";
import { before, test } from "node:test";
import { type ClaimDesk, claimDesk, OWNER, toShipped } from "../../../test/support/claimDesk.ts";
import { ownerPages } from "../../../test/support/ownerPages.ts";
import { listMail } from "../../platform/index.ts";

let desk: ClaimDesk;
const day = { happenedOn: "2026-09-04", country: "PL" };
const address = { line1: "Polna 3", postcode: "00-001", city: "Warszawa", addressCountry: "PL" };

before(async () => {
  desk = await claimDesk();
});

async function deviceOf(serial: string): Promise<string> {
  const { body } = await desk.app.call("staff", "GET /v1/contracts?limit=200");
  const rows = body.data as { serial: string; deviceId: string }[];
  return rows.find((row) => row.serial === serial)?.deviceId ?? "";
}

test("only what the terms need is asked, and what is settled is left out", async () => {
  const device = await deviceOf(desk.camera().serial);
  const pages = ownerPages(desk.app, OWNER);
  await pages.open(`/report/device/${device}`);
  assert.equal((await pages.open("/report/service")).location, "/report/what");
  assert.equal((await pages.send("/report/what", { cause: "drop" })).location, "/report/when");
  assert.equal(
    (await pages.send("/report/when", { ...day, happenedOn: "2026-01-04" })).location,
    "/report/back",
  );
  assert.match((await pages.open("/report/back")).text, /On that day no plan was running/);
  assert.equal((await pages.send("/report/back", { lost: "none" })).location, "/report/service");
  assert.match((await pages.open("/report/service")).text, /This looks like a paid repair/);
  assert.equal((await pages.send("/report/when", day)).location, "/report/back");
  assert.match((await pages.open("/report/back")).text, /On that day your plan was running/);
  assert.equal((await pages.send("/report/back", { lost: "partial" })).location, "/report/more");
  assert.equal((await pages.send("/report/more", { more: "stolen" })).location, "/report/check");
  const { text } = await pages.open("/report/check");
  assert.match(text, /It was stolen/);
  assert.doesNotMatch(text, /Service|Address/);
  assert.equal((await pages.send("/report/more", { more: "neither" })).location, "/report/service");
  assert.equal((await pages.send("/report/back", { lost: "none" })).location, "/report/parts");
  assert.equal((await pages.send("/report/parts", { parts: "camera" })).location, "/report/service");
  const { text: ways } = await pages.open("/report/service");
  assert.match(ways, /This looks covered by your plan.*Fee 119\.00 PLN/);
});

test("a report goes on in another browser, signed in or by its link; sent twice it is one case", async () => {
  const device = await deviceOf(desk.camera().serial);
  const here = ownerPages(desk.app, OWNER);
  await here.open(`/report/device/${device}`);
  await here.send("/report/what", { cause: "water" });
  await here.send("/report/when", day);
  assert.equal((await here.send("/report/when", {}, "/report/link")).location, "/report/link");
  const there = ownerPages(desk.app, OWNER);
  assert.match((await there.open(`/devices/${device}`)).text, /Go on with your report.*We keep it until/);
  await there.open(`/report/device/${device}`);
  assert.equal((await there.open("/report/check")).location, "/report/back");
  const phone = ownerPages(desk.app, "public");
  assert.equal((await phone.open(`/report/draft/rdr_${device.slice(4)}_1`)).location, "/sign-in");
  await desk.app.platform.jobs.drained();
  const mails = await listMail(desk.app.platform.config.dataFolder);
  const letter = mails.find(({ subject }) => subject.startsWith("Go on with your report"));
  const token = /\/open\/(rdr_[\w.-]+)/.exec(letter?.text ?? "")?.[1] ?? "";
  const opened = await phone.open(`/open/${token}`);
  assert.equal((await phone.open(opened.location ?? "")).location, "/report/check");
  assert.equal((await phone.open("/report/check")).location, "/report/back");
  await phone.send("/report/back", { lost: "none" });
  await phone.send("/report/parts", { parts: "camera" });
  await phone.send("/report/service", { channel: "online" });
  await phone.send("/report/address", address);
  const form = await phone.hold("/report/check");
  const [one, two] = await Promise.all([
    phone.sendHeld("/report/check", form),
    phone.sendHeld("/report/check", form),
  ]);
  const led = [one, two].map(({ location }) => location ?? "");
  const first = led.find((to) => to.startsWith("/cases/")) ?? "";
  assert.match((await phone.open(first)).text, /This looks covered/);
  assert.equal((await here.open(`/report/device/${device}`)).status, 409);
  const { body } = await desk.app.call(OWNER, "GET /v1/claims?limit=200");
  const cases = (body.data as { deviceId: string }[]).filter(({ deviceId }) => deviceId === device);
  assert.equal(cases.length, 1);
});

test("a guide that fits is tried first, and once: solved, nothing is reported", async () => {
  const text = { language: "en", title: "Dry it first", steps: ["Take out the battery.", "Wait a day."] };
  const told = { models: ["osmo-action-4"], series: [], causes: ["screen"], texts: [text] };
  const { body: guide } = await desk.app.call("manager", "POST /v1/guides", told);
  const publish = { version: guide.version, changes: guide.changes };
  await desk.app.call("manager", `POST /v1/guides/${String(guide.id)}/publication`, publish);
  const device = await deviceOf(desk.camera().serial);
  const pages = ownerPages(desk.app, OWNER);
  await pages.open(`/report/device/${device}`);
  assert.equal((await pages.send("/report/what", { cause: "screen" })).location, "/report/guide");
  const shown = await pages.open("/report/guide");
  assert.match(shown.text, /Dry it first.*Take out the battery\. Wait a day\./);
  assert.equal((await pages.send("/report/guide", { solved: "no" })).location, "/report/when");
  assert.equal((await pages.send("/report/what", { cause: "screen" })).location, "/report/when");
  const other = await deviceOf(desk.camera().serial);
  await pages.open(`/report/device/${other}`);
  await pages.send("/report/what", { cause: "screen" });
  const solved = await pages.send("/report/guide", { solved: "yes" });
  assert.match(solved.text, /Good that it works again.*Nothing was reported/);
  const { body } = await desk.app.call("manager", `GET /v1/guides/${String(guide.id)}`);
  const [version] = body.versions as { solved: number; notSolved: number }[];
  assert.deepEqual([version?.solved, version?.notSolved], [1, 1]);
});

test("a parcel is packed with ticks, its slip printed, its leaving told, its end asked about", async () => {
  const camera = desk.camera();
  const id = await desk.claimAfter([], camera);
  const pages = ownerPages(desk.app, OWNER);
  const { leadsTo } = await pages.open(`/cases/${id}`);
  assert.ok(leadsTo.includes(`/cases/${id}/pack`));
  const packed = await pages.open(`/cases/${id}/pack`);
  assert.match(packed.text, /Take out the memory card.*Camera.*Battery/);
  assert.equal((await pages.open(`/cases/${id}/slip`)).html.slice(0, 5), "%PDF-");
  assert.match((await pages.open(`/cases/${id}/centre.vcf`)).html, /^BEGIN:VCARD\r\nVERSION:4\.0/);
  assert.equal((await pages.send(`/cases/${id}/pack`, {})).status, 400);
  const told = await pages.send(`/cases/${id}/pack`, { parts: "camera", tracking: "0155" });
  assert.equal(told.location, `/cases/${id}/pack`);
  assert.match((await pages.open(`/cases/${id}/pack`)).text, /On its way, as you told us.*Camera, 0155/);
  const closed = await desk.claimAfter([...toShipped, "closure"]);
  assert.match((await pages.open(`/cases/${closed}`)).text, /What was done.*2 of 3 left.*Was this easy\?/);
  const form = await pages.hold(`/cases/${closed}`, "easy");
  await pages.sendHeld(`/cases/${closed}/easy`, { ...form, easy: "yes" });
  assert.match((await pages.open(`/cases/${closed}`)).text, /Thank you: your answer is kept/);
});
