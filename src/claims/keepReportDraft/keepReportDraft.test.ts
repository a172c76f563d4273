import assert from "node:assert/strict";
import { beforeEach, it } from "node:test";
import { mailOf } from "../../../test/support/mailDesk.ts";
import { activatePhone, sampleProgramme } from "../../../test/support/sampleProgramme.ts";
import type { TestApp } from "../../../test/support/testApp.ts";
import { receiveMail } from "../receiveMail.ts";

type Who = Parameters<TestApp["call"]>[0];

const ADA = "owner ada@example.org";
const BEN = "owner ben@example.org";

let app: TestApp;
let contract: string;
let device: string;

beforeEach(async () => {
  app = await sampleProgramme("2026-03-20T10:00:00-10:00", {
    programme: "one-time-transfer",
    plan: "term-2y",
  });
  contract = await activatePhone(app, ADA);
  device = String((await app.call(ADA, `GET /v1/contracts/${contract}`)).body.deviceId);
  await app.moveTo("2026-03-21T10:00:00-10:00");
});

async function write(from: string, text: string): Promise<string> {
  const { id } = await receiveMail(app.platform, mailOf({ from, subject: "PHONE0001", text }));
  await app.platform.jobs.drained();
  return id;
}

async function stateOf(mail: string): Promise<unknown> {
  const { body } = await app.call("staff", `GET /v1/mails/${mail}`);
  const { state, returnsAt } = body.mail as { state: string; returnsAt?: string };
  return [state, returnsAt];
}

async function keep(who: Who): Promise<void> {
  const told = { incident: { cause: "drop", at: "2026-03-20" } };
  const { status, body } = await app.call(who, `PUT /v1/devices/${device}/report-draft`, told);
  assert.equal(status, 200, JSON.stringify(body));
}

async function passOn(): Promise<void> {
  const to = { name: "Ben", email: "ben@example.org" };
  const { body } = await app.call(ADA, `POST /v1/contracts/${contract}/transfer`, { to });
  const agreed = await app.call(BEN, `POST /v1/transfers/${String(body.id)}/answer`, { answer: "agree" });
  assert.equal(agreed.status, 200, JSON.stringify(agreed.body));
}

const DAYS_30 = { hours: 24 * 30 };

it("keeps the mails of whoever goes on with their report until thirty days after an answer", async () => {
  const hers = await write("Ada <ada@example.org>", "It fell.");
  await app.moveTo("2026-03-25T10:00:00-10:00");
  await keep(ADA);
  const ends = app.platform.clock.now().add(DAYS_30).toString();
  assert.deepEqual(await stateOf(hers), ["drafted", ends]);
});

it("lets the mails of who held the device before wait for a person once the next writes", async () => {
  const hers = await write("Ada <ada@example.org>", "My daughter sat on it.");
  await passOn();
  await keep("staff");
  assert.equal(((await stateOf(hers)) as string[])[0], "drafted", "what the office writes is another draft");
  await keep(BEN);
  assert.deepEqual(await stateOf(hers), ["unmatched", undefined]);
  const his = await write("Ben <ben@example.org>", "It is wet.");
  await keep(BEN);
  assert.equal(((await stateOf(his)) as string[])[0], "drafted", "his own stays with his");
});

it("lets them wait too where the office mails the next holder what it wrote down", async () => {
  const hers = await write("Ada <ada@example.org>", "My daughter sat on it.");
  await passOn();
  await keep("staff");
  const { status } = await app.call("staff", `POST /v1/devices/${device}/report-draft/link`, {});
  assert.equal(status, 200);
  assert.deepEqual(await stateOf(hers), ["unmatched", undefined]);
});
