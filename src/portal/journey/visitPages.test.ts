import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BOB, OWNER } from "../../../test/support/claimDesk.ts";
import { type CounterDesk, counterDesk } from "../../../test/support/counterDesk.ts";
import { ownerPages } from "../../../test/support/ownerPages.ts";
import { listMail, readMail } from "../../platform/index.ts";

let desk: CounterDesk;
let pages: ReturnType<typeof ownerPages>;

before(async () => {
  desk = await counterDesk();
  pages = ownerPages(desk.app, OWNER);
});

after(() => desk.app.stop());

const lettersAbout = async (what: RegExp) => {
  await desk.app.platform.jobs.drained();
  const { dataFolder } = desk.app.platform.config;
  const found = (await listMail(dataFolder)).filter(({ subject }) => what.test(subject));
  const whole = await Promise.all(found.map(async ({ id }) => await readMail(dataFolder, id)));
  return whole.map((mail) => mail?.message.toString("utf8") ?? "");
};

test("a time is held, booked, moved and cancelled without script, with a calendar file", async () => {
  const id = await desk.swift();
  const page = `/cases/${id}/visit`;
  assert.ok((await pages.open(`/cases/${id}`)).leadsTo.includes(page));
  const { text, leadsTo } = await pages.open(page);
  assert.match(text, /Sample centre Warsaw/);
  assert.ok(
    leadsTo.some((to) => to.includes("day")),
    "days are links",
  );
  const times = await desk.times();
  const nothing = await pages.send(page, { centre: "" });
  assert.match(nothing.text, /Choose one of the times/);
  const held = await pages.send(page, { startsAt: times[0] as string });
  assert.equal(held.location, page, held.text);
  assert.match((await pages.open(page)).text, /This time is held for you/);
  const waiting = await pages.open(`/cases/${id}`);
  assert.match(waiting.text, /We hold it until .*Book this time/);
  assert.equal((await pages.send(page, {}, `${page}/booking`)).location, `/cases/${id}`);
  const expected = await pages.open(`/cases/${id}`);
  assert.match(expected.text, /You are expected on .*Sample centre Warsaw.* Money .*Appointment /);
  assert.doesNotMatch(expected.text, /Which day suits you|Bring it by/);
  const [booked] = await lettersAbout(/^Your appointment for/);
  assert.match(booked ?? "", /filename=appointment\.ics/);

  const moved = await pages.send(page, { startsAt: times[3] as string });
  assert.equal(moved.location, page, moved.text);
  const calendar = await pages.open(`${page}/calendar`);
  assert.match(calendar.html, /METHOD:REQUEST[\s\S]*UID:apt_[\s\S]*SEQUENCE:1/);
  assert.equal((await lettersAbout(/has moved$/)).length, 1);

  assert.equal((await pages.send(page, {}, `${page}/cancel`)).location, `/cases/${id}`);
  assert.equal((await lettersAbout(/is cancelled$/)).length, 1);
  const over = await pages.open(`${page}/calendar`);
  assert.match(over.html, /METHOD:CANCEL[\s\S]*SEQUENCE:2/);
});

test("another's case has no visit to choose, and a time that is gone is said so", async () => {
  const id = await desk.swift();
  assert.equal((await ownerPages(desk.app, BOB).open(`/cases/${id}/visit`)).status, 404);
  const gone = "2026-09-06T10:00:00Z";
  const answered = await pages.send(`/cases/${id}/visit`, { startsAt: gone });
  assert.match(answered.text, /does not offer this time, or not any more/);
  // Somebody else was faster: the day that was chosen stays, and its other times are there.
  const all = await desk.times();
  const day = all.findLast((time) => time < "2026-09-17")?.slice(0, 10) ?? "";
  const [wanted = "", next = ""] = all.filter((time) => time.startsWith(day));
  for (let bench = 0; bench < 2; bench += 1) {
    await desk.book(await desk.swift(BOB), wanted, {}, BOB);
  }
  const page = `/cases/${id}/visit`;
  const late = await pages.send(`${page}?day=${day}`, { startsAt: wanted }, page);
  assert.match(late.text, /taken/);
  assert.match(late.html, new RegExp(`value="${next}"`));
});

test("a device is brought instead of sent, and sent again, without script; its owner is told", async () => {
  const { body } = await desk.report();
  const { id } = body.claim as { id: string };
  const page = `/cases/${id}`;
  assert.match((await pages.open(page)).text, /Bring it instead of sending it .*Sample centre Warsaw/);
  const sent = await pages.send(page, {}, `${page}/channel`);
  assert.equal(sent.location, `${page}/visit`, sent.text);
  assert.equal((await lettersAbout(/^You bring your/)).length, 1);
  const times = await desk.times();
  await pages.send(`${page}/visit`, { startsAt: times[6] as string });
  await pages.send(`${page}/visit`, {}, `${page}/visit/booking`);
  const again = await pages.open(page);
  assert.match(again.text, /Send it instead of bringing it/);
  assert.equal((await pages.send(page, {}, `${page}/channel`)).location, page);
  const [told] = await lettersAbout(/is cancelled$/);
  assert.ok(told !== undefined);
  assert.equal((await lettersAbout(/^You send your/)).length, 1);
  assert.match((await pages.open(page)).text, /Where to send it|Send it/);
  await desk.steps(id, ["intake"]);
  assert.doesNotMatch((await pages.open(page)).text, /instead of sending it/);
});
