import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { listMail } from "../../src/platform/index.ts";
import { type AppDesk, openAppDesk } from "../support/appDesk.ts";
import { openBrowser } from "../support/browser.ts";
import { filmFile } from "../support/filmFile.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import { lookAt } from "../support/lookAt.ts";
import { type OwnerPhone, openOwnerPhone } from "../support/ownerPhone.ts";
import { atEnd } from "../support/testDatabase.ts";
import { CLIPS, type VerificationDesk, verificationDesk } from "../support/verificationDesk.ts";

const TITLES = ["The serial numbers", "All sides", "Switching it on", "Gimbal and camera", "In the air"];
const faults: string[] = [];
let browser: Browser;
let desk: VerificationDesk;
let staff: AppDesk;
let phone: OwnerPhone;
let serial: string;
let code: string;
let film: string;

/** The address in the newest mail to Ada of this subject. */
async function linkIn(subject: RegExp): Promise<string> {
  await desk.app.platform.jobs.drained();
  const mails = await listMail(desk.app.platform.config.dataFolder);
  const mail = mails.find((one) => one.to.includes("ada@example.org") && subject.test(one.subject));
  assert.ok(mail, `a mail ${subject}`);
  const { pathname } = new URL(/https?:\/\/\S+/.exec(mail.text)?.[0] ?? "");
  return pathname;
}

const idOf = () => /vrf_\w+/.exec(phone.page.url())?.[0] ?? "";

/** Adds the chosen clip by script: once it is sent, the page shows itself anew. */
async function sendClip(title: string): Promise<void> {
  const shownAnew = phone.page.waitForEvent("load");
  await Promise.all([shownAnew, phone.page.getByRole("button", { name: `Add ${title}` }).click()]);
  await desk.app.platform.jobs.drained();
}

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  desk = await verificationDesk();
  atEnd(() => desk.stop());
  [serial, code] = [desk.newSerial(), await desk.code()];
  film = await filmFile();
  phone = await openOwnerPhone(browser, desk.url, { scripts: true });
});

test("an owner who is too late is told, and led to a video check that knows what was told", async () => {
  await phone.open("/activate");
  await phone.answer({ code });
  await phone.press("Continue");
  await phone.answer({ serial, firstUsedOn: "2026-05-25", name: "Ada", email: "ada@example.org" });
  await phone.choose("firstUse");
  await phone.select("region", "EU");
  await phone.press("Continue");
  assert.match(await phone.text(), /Your code was not used/);
  await phone.follow(/Show us on video/);
  assert.equal(await phone.heading(), "Show us your device on video");
  const said = await phone.text();
  for (const title of [...TITLES, "answer in 3 days", "72 hours"]) {
    assert.ok(said.includes(title), title);
  }
  assert.equal(await phone.page.inputValue("#serial"), serial);
  await phone.press("Ask to show it");
  assert.equal(await phone.heading(), "Look in your mail");
});

test("the link of the mail opens the page; three clips go without script, two by script", async () => {
  await phone.open(await linkIn(/^Show us your/));
  assert.match(await phone.text(), /Time to hand it in: until end of Sat 19 Sep\./);
  const id = idOf();
  const plain = await openOwnerPhone(browser, desk.url, { scripts: false });
  await plain.open(await linkIn(/^Show us your/));
  for (const [place, clip] of CLIPS.slice(0, 3).entries()) {
    await plain.page.setInputFiles(`#file-${clip}`, film);
    await plain.press(`Add ${TITLES[place]}`);
    await desk.app.platform.jobs.drained();
  }
  await plain.open(`/video-checks/${id}`);
  assert.match(await plain.text(), /2 clips are still missing/);
  for (const [place, clip] of CLIPS.slice(3).entries()) {
    await phone.open(`/video-checks/${id}`);
    await phone.page.locator("photo-upload[data-ready]").waitFor();
    await phone.page.setInputFiles(`#file-${clip}`, film);
    await sendClip(TITLES[place + 3] ?? "");
  }
  await phone.open(`/video-checks/${id}`);
  await phone.press("Hand it in");
  assert.match(await phone.text(), /It is with us. We answer until end of Tue 8 Sep/);
});

test("staff find it in the room, look at each clip by keyboard, and ask for one again", async () => {
  staff = await openAppDesk(browser, desk.app, "staff");
  const { page, keys } = staff.desk;
  await staff.desk.comes("Work queue");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Verification" }).click();
  await staff.desk.comes("Verification room");
  await lookAt(staff.desk, "verification-room", faults);
  await page.locator("a.row-link").first().click();
  await staff.desk.comes("Mavic Pro");
  await page.getByLabel("Clip: Serials").waitFor();
  await lookAt(staff.desk, "verification", faults);
  const accept = page.getByRole("button", { name: "Accept, and invite for a plan" });
  assert.ok(await accept.isDisabled(), "nothing is accepted before all was looked at");
  await keys("y", "y", "y", "y", "n");
  assert.ok(await accept.isDisabled(), "nor with one that does not fit");
  await keys("g");
  await page.getByLabel("Why Working again, in words for its owner").fill("The landing is not in it.");
  await keys("Enter");
  await page.getByText("Asked again. Its owner has a mail.").first().waitFor();
});

test("its owner films that one again, and it is accepted", async () => {
  await phone.open(await linkIn(/film one clip .* again/));
  assert.match(await phone.text(), /Why again: The landing is not in it\./);
  assert.equal(await phone.page.locator("input[type=file]").count(), 1);
  await phone.page.locator("photo-upload[data-ready]").waitFor();
  await phone.page.setInputFiles("#file-motion", film);
  await sendClip("In the air");
  await phone.open(`/video-checks/${idOf()}`);
  await phone.press("Hand it in");
  const { page, keys } = staff.desk;
  await page.reload();
  await page.getByText("twice").or(page.getByText("2 times")).first().waitFor();
  await keys("y", "y", "y", "y", "y", "a");
  await page.getByText("Accepted. Its owner has a mail, and the time runs.").first().waitFor();
  await lookAt(staff.desk, "verification-accepted", faults);
});

test("within the time the same code binds, and the device is covered", async () => {
  await linkIn(/may have a plan until Tuesday 8 September 2026, 10:00/);
  await phone.open(`/video-checks/${idOf()}`);
  assert.match(await phone.text(), /You can get a plan for it until Tue 8 Sep, 10:00/);
  await phone.follow("Activate a code I have");
  await phone.answer({ code });
  await phone.press("Continue");
  await phone.press("Continue");
  assert.equal(await phone.heading(), "Check your answers");
  await phone.press("Activate plan");
  assert.equal(await phone.heading(), "Your device is covered");
  await phone.open(`/cover/${serial}`);
  assert.match(await phone.text(), /Covered|covered/);
  assert.deepEqual(phone.faults(), []);
  assert.deepEqual([...faults, ...staff.desk.faults()], []);
  assert.deepEqual(await invariantSweep(desk.app.database), []);
});
