import assert from "node:assert/strict";
import path from "node:path";
import { insertMail, mailIdOf } from "../../../src/claims/mailIn/index.ts";
import { sealedAs } from "../../../src/claims/receiveMail.ts";
import { takeMail } from "../../../src/claims/takeMail.ts";
import {
  listMail,
  type Platform,
  publicId,
  readPublicId,
  sealText,
  sendMissedAgain,
  systemCaller,
  transact,
} from "../../../src/platform/index.ts";
import { comesTo } from "../../support/comesTo.ts";
import { mailOf } from "../../support/mailDesk.ts";
import { ownerQuery } from "../../support/ownerQuery.ts";
import type { TestApp } from "../../support/testApp.ts";
import { serveMoney } from "../money/servedMoney.ts";
import { type Fault, seen } from "./fault.ts";
import type { Stage } from "./stage.ts";

const LOST_EVENTS = path.join(import.meta.dirname, "lostEvents.ts");

const orphan: Fault = {
  no: 3,
  name: "what is made at a partner is linked after the commit, and a crash between leaves an orphan",
  guard:
    "its key is committed before the call, and asked for after a crash; the control's bank knows no keys",
  shows: 1,
  play: async (stage, isGuarded) => {
    const app = await stage.shop();
    const [order, email] = await placed(app, isGuarded);
    const forgetsKeys = !isGuarded;
    const doomed = await serveMoney(app, { forgetsKeys, point: "charge_called:1" });
    await doomed.call("reseller", `POST /v1/orders/${order}/payment`, { method: "test_success" });
    assert.equal(await doomed.died(), "SIGKILL", "it came to charge_called");
    const heir = await serveMoney(app, { forgetsKeys });
    await comesTo(`${email} has paid`, async () => (await chargesOf(app, order, "captured")) === 1);
    await heir.stop();
    const [bank] = await ownerQuery<{ payments: number }>(
      app.database,
      `select count(*)::integer as payments from money.test_payment
        where outcome = 'succeeded' and split_part(key, '_', 2) = $1`,
      [bareId(order)],
    );
    return seen(bank?.payments !== 1, `the bank has ${bank?.payments} payments, we know of one`);
  },
};

const noOutbox: Fault = {
  no: 4,
  name: "events are told after the commit, and a crash between loses what should follow",
  guard: "who follows is written with the change; the control's build tells them from its memory alone",
  shows: 1,
  play: async (stage, isGuarded) => {
    const app = await stage.shop();
    const [order, email] = await placed(app, isGuarded);
    const doomed = await serveMoney(app, {
      point: "charge_recorded:1",
      ...(isGuarded ? {} : { planted: LOST_EVENTS }),
    });
    await doomed.call("reseller", `POST /v1/orders/${order}/payment`, { method: "test_success" });
    assert.equal(await doomed.died(), "SIGKILL", "it came to charge_recorded");
    assert.equal(await chargesOf(app, order, "captured"), 1, "what it did was committed");
    const heir = await serveMoney(app);
    await comesTo("nothing is left to do", async () => (await openJobs(app, order)) === 0);
    await heir.stop();
    const letters = (await listMail(app.platform.config.dataFolder)).filter(({ to }) => to.includes(email));
    return seen(letters.length === 0, "the buyer never heard of it");
  },
};

/** An order of one plan, by somebody who has no other. */
async function placed(app: TestApp, isGuarded: boolean): Promise<[order: string, email: string]> {
  buyers += 1;
  const email = `buyer${buyers}.${isGuarded ? "in" : "out"}@example.org`;
  const { body } = await app.call("reseller", "POST /v1/orders", {
    lines: [{ sku: "U-3889316", quantity: 1 }],
    buyer: { email, name: "A shop", country: "EE" },
    delivery: { option: "email" },
  });
  return [String(body.id), email];
}

let buyers = 0;

const bareId = (order: string): string => String(readPublicId("ord", order)?.rootId);

async function chargesOf(app: TestApp, order: string, state: string): Promise<number> {
  const rows = await ownerQuery(app.database, "select from money.charge where root_id = $1 and state = $2", [
    bareId(order),
    state,
  ]);
  return rows.length;
}

async function openJobs(app: TestApp, order: string): Promise<number> {
  const rows = await ownerQuery(
    app.database,
    `select from pgboss.job
      where state in ('created', 'retry', 'active') and data::text like '%' || $1 || '%'`,
    [bareId(order)],
  );
  return rows.length;
}

const dropped: Fault = {
  no: 5,
  name: "a subscriber catches everything and drops the message for good",
  guard: "a failure is told, the mail waits in sight, and is looked for every hour; the control never looks",
  shows: 1,
  play: async (stage, isGuarded) => {
    const { mail } = stage;
    const { platform } = mail;
    const id = await mail.desk.claimAfter([]);
    await platform.jobs.drained();
    await failedMail(stage, id);
    await mail.desk.app.moveTo(platform.clock.now().add({ hours: 2 }).toString());
    const looking = { ...platform, modules: platform.modules.filter(({ name }) => name !== "claims") };
    await sendMissedAgain(isGuarded ? platform : looking);
    await platform.jobs.drained();
    const told = await mail.messages(id);
    const whole = told.length === 1 && told[0]?.text === "See the log";
    return seen(!whole, "what the owner wrote is nowhere");
  },
};

/** A mail whose work fails because the disk is full, and whose job is lost with the queue. */
async function failedMail({ mail }: Stage, id: string): Promise<void> {
  const { platform } = mail;
  const full: Platform = {
    ...platform,
    files: { ...platform.files, demandRoom: () => Promise.reject(new Error("the disk is full")) },
  };
  const files = [{ name: "a.txt", type: "text/plain", bytes: Buffer.from("log") }];
  const raw = mailOf({ to: mail.addressOf(id), text: "See the log", files });
  const mailId = mailIdOf(raw);
  const sealed = sealText(platform.secrets, sealedAs(mailId), raw.toString("latin1"));
  await transact(platform, systemCaller, async (tx) => {
    await insertMail(tx, mailId, tx.at, raw.length, sealed);
  });
  await assert.rejects(takeMail.run(full, { mailId }), /the disk is full/, "it is told, not swallowed");
  const waiting = (await mail.mails()).find((one) => one.id === publicId("mal", mailId));
  assert.equal(waiting?.state, "new", "people see that it waits");
}

/** Faults of crashes and failures. */
export const crashFaults: readonly Fault[] = [orphan, noOutbox, dropped];
