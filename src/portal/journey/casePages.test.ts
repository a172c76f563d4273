import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { cleanFindings } from "../../../test/support/cases.ts";
import { type ClaimDesk, claimDesk, OWNER, toInspected } from "../../../test/support/claimDesk.ts";
import { ownerPages } from "../../../test/support/ownerPages.ts";
import { listMail } from "../../platform/index.ts";

let desk: ClaimDesk;
let pages: ReturnType<typeof ownerPages>;

before(async () => {
  desk = await claimDesk();
  pages = ownerPages(desk.app, OWNER);
});

after(() => desk.app.stop());

const gone = { at: "2026-09-04", cause: "flyaway", parts: ["camera"], lost: "total" };

async function pay(id: string, method: string) {
  await desk.step("choice", id);
  return await desk.step("payment", id, { method });
}

test("a case that is not covered asks for nothing, says why, and how it ends", async () => {
  const { body } = await desk.report({ incident: gone });
  const { id } = body.claim as { id: string };
  const { text, leadsTo } = await pages.open(`/cases/${id}`);
  assert.match(text, /This is not covered/);
  assert.doesNotMatch(text, /Send it by|Send by|Send us|the inspection tells/);
  assert.match(text, /There is nothing to send\. The case closes by itself by .*Mon 5 Oct/);
  assert.ok(leadsTo.includes(`/cases/${id}/first`), "the rule is a step away");
  assert.match(text, /Close the case/);
  await desk.step("cancellation", id);
  assert.match((await pages.open(`/cases/${id}`)).text, /This case has ended: it was not covered/);
});

test("while a payment is on its way nobody is asked to pay again, nor offered to cancel", async () => {
  const id = await desk.claimAfter(toInspected);
  await pay(id, "test_pending");
  const { text, leadsTo } = await pages.open(`/cases/${id}`);
  assert.match(text, /Your payment is on its way/);
  assert.match(text, /119\.00 PLN, on its way/);
  assert.doesNotMatch(text, /Pay the fee|Pay by/);
  assert.ok(!leadsTo.includes(`/cases/${id}/cancel`), "cancelling would be refused");
});

test("after a payment that was declined the way to pay is open again", async () => {
  const id = await desk.claimAfter(toInspected);
  await pay(id, "test_declined");
  const { text, leadsTo } = await pages.open(`/cases/${id}`);
  assert.match(text, /The bank declined the payment\. Nothing was charged/);
  assert.ok(leadsTo.includes(`/cases/${id}/pay`));
});

test("a parcel with a part missing is told which, and by when", async () => {
  const { body } = await desk.report({});
  const { id, serial } = body.claim as { id: string; serial: string };
  await desk.step("intake", id, { serial, parts: ["camera"], condition: "cracked" });
  const { text } = await pages.open(`/cases/${id}`);
  assert.match(text, /Send it by end of Mon 5 Oct/);
  assert.match(
    text,
    /Pack it Send Battery Send it to Sample centre Warsaw 1 Sample Street 00-000 Warsaw Poland/,
  );
});

test("a device for the counter is brought, not posted", async () => {
  const { body } = await desk.report({ channel: "swift" });
  const { id } = body.claim as { id: string };
  const { text } = await pages.open(`/cases/${id}`);
  assert.match(text, /Bring us your device Bring it by end of Mon 5 Oct/);
  assert.doesNotMatch(text, /Send us your device|Send Camera|proof of posting/);
});

test("the packing list is the same in whatever browser it is opened", async () => {
  const reported = await reportOver(await deviceOf());
  const id = /clm_\w+/.exec(reported)?.[0] ?? "";
  const elsewhere = await ownerPages(desk.app, OWNER).open(`/cases/${id}`);
  for (const page of ["first", ""]) {
    const { text } = await pages.open(`/cases/${id}/${page}`.replace(/\/$/, ""));
    assert.equal(packingIn(text), packingIn(elsewhere.text));
  }
});

const packingIn = (text: string) => /Pack it .*? Write the case number/.exec(text)?.[0];

/** The device of a camera that has no case yet, or of the one with this serial. */
async function deviceOf(serial = desk.camera().serial): Promise<string> {
  const { body } = await desk.app.call(OWNER, "GET /v1/contracts?limit=200");
  const contracts = body.data as { serial: string; deviceId: string }[];
  return contracts.find((contract) => contract.serial === serial)?.deviceId ?? "";
}

/** Reports a fall of a camera over its pages. */
async function reportOver(deviceId: string) {
  await pages.open(`/report/device/${deviceId}`);
  const address = { line1: "Polna 3", postcode: "00-001", city: "Warszawa", addressCountry: "PL" };
  const steps = {
    what: { cause: "drop" },
    when: { happenedOn: "2026-09-04", country: "PL" },
    back: { lost: "none" },
    parts: { parts: "camera" },
    service: { channel: "online" },
    address,
    check: {},
  };
  let last = "";
  for (const [step, answers] of Object.entries(steps)) {
    const sent = await pages.send(`/report/${step}`, answers);
    last = sent.location ?? `${sent.status}`;
  }
  return last;
}

test("the choice sheet says what a way costs, and that one costs nothing", async () => {
  const id = await desk.claimAfter(toInspected);
  const { text } = await pages.open(`/cases/${id}/choices`);
  assert.match(text, /Replacement 119\.00 PLN/);
  assert.match(text, /Paid repair 300\.00 PLN/);
  assert.match(text, /Send it back as it is Costs nothing/);
  assert.doesNotMatch(text, /\b0\.00 PLN/);
  assert.match(text, /What we found/);
});

test("what is not covered may be repaired: its owner asks for a price nobody has named", async () => {
  const id = await desk.claimAfter(["intake"]);
  const findings = { ...cleanFindings, intentional: true };
  assert.equal((await desk.step("inspection", id, { findings })).status, 200);
  const sheet = `/cases/${id}/choices`;
  const { text } = await pages.open(sheet);
  assert.match(text, /The plan does not pay for this damage/);
  assert.match(text, /Paid repair We have not named its price yet/);
  const asked = await pages.hold(sheet, "Ask for the price");
  const sent = await pages.sendHeld(`/cases/${id}/messages`, asked);
  assert.match(sent.location ?? "", /#message-1$/);
  const { body } = await desk.app.call("staff", `GET /v1/claims/${id}/messages`);
  assert.deepEqual(
    (body.data as { side: string; text: string }[]).map(({ side, text: says }) => [side, says]),
    [["owner", "What would a paid repair cost?"]],
  );
  const lines = [{ kind: "other", says: "Board", quantity: 1, unit: { amount: 20_000, currency: "PLN" } }];
  const quoted = await desk.app.call("staff", `POST /v1/claims/${id}/quote`, { lines });
  assert.equal(quoted.status, 200, JSON.stringify(quoted.body));
  const priced = (await pages.open(sheet)).text;
  assert.match(priced, /Paid repair \d+\.00 PLN/);
  assert.doesNotMatch(priced, /Ask for the price/);
});

test("a way is taken at the price that was seen; another one now is shown before it is owed", async () => {
  const id = await desk.claimAfter(toInspected);
  const seen = await pages.hold(`/cases/${id}/choices`, "Choose paid repair");
  const look = { findings: cleanFindings, repairPrice: { amount: 45_000, currency: "PLN" } };
  const looked = await desk.step("inspection", id, look);
  assert.equal(looked.status, 200, JSON.stringify(looked.body));
  const stale = await pages.sendHeld(`/cases/${id}/choices`, seen);
  assert.equal(stale.status, 409);
  assert.match(stale.text, /A price has changed/);
  assert.match(stale.text, /Paid repair 450\.00 PLN/);
  const now = await pages.hold(`/cases/${id}/choices`, "Choose paid repair");
  assert.equal((await pages.sendHeld(`/cases/${id}/choices`, now)).location, `/cases/${id}/pay`);
});

test("a case nobody sent anything for says that time ran out", async () => {
  const { body } = await desk.report({});
  const { id } = body.claim as { id: string };
  await desk.app.moveTo("2026-10-20T10:00:00Z");
  const { text, leadsTo } = await pages.open(`/cases/${id}`);
  assert.match(text, /This case has ended: nothing arrived in time/);
  assert.match(text, /The time was over/);
  assert.ok(
    leadsTo.some((to) => to.startsWith("/report/device/")),
    "one can begin anew",
  );
});

test("who reports while a case is open is told before the first question", async () => {
  const { body } = await desk.report({});
  const { id, serial } = body.claim as { id: string; serial: string };
  const device = await deviceOf(serial);
  const { status, text, leadsTo } = await pages.open(`/report/device/${device}`);
  assert.equal(status, 409);
  assert.match(text, /There is an open case for this device/);
  assert.ok(leadsTo.includes(`/cases/${id}`));
});

test("a report begun for another device in a second window is not sent for this one", async () => {
  const [one, two] = [await deviceOf(), await deviceOf()];
  await pages.open(`/report/device/${one}`);
  const held = await pages.hold("/report/what");
  await pages.open(`/report/device/${two}`);
  const { location } = await pages.sendHeld("/report/what", { ...held, cause: "drop" });
  assert.equal(location, `/report/device/${one}`);
});

test("after a sign-in that ran out, the way leads back to the case whose step was taken", async () => {
  const stranger = ownerPages(desk.app, "public");
  const form = await stranger.hold("/cover");
  const sent = await stranger.sendHeld("/cases/clm_x/received", form);
  assert.equal(sent.location, "/sign-in");
  await stranger.sendHeld("/sign-in", { ...form, email: "ada@example.org" });
  await desk.app.platform.jobs.drained();
  // Letters of the cases before this one may still be on their way, also after the code.
  const mails = await listMail(desk.app.platform.config.dataFolder);
  const codes = mails.flatMap(
    ({ to, subject }) => (to.includes("ada@") && /^\d{6}/.exec(subject)?.[0]) || [],
  );
  assert.equal(codes.length, 1, "a code was mailed");
  const [code = ""] = codes;
  const signedIn = await stranger.sendHeld("/sign-in/code", { ...form, code });
  assert.equal(signedIn.location, "/cases/clm_x");
});
