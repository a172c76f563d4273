import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { before, test } from "node:test";
import { warsaw } from "../../test/support/cases.ts";
import { invariantSweep } from "../../test/support/invariantSweep.ts";
import { ownerQuery } from "../../test/support/ownerQuery.ts";
import { type TestApp, testApp } from "../../test/support/testApp.ts";
import { eventsOf, type KeptMail, listMail, type Platform } from "../platform/index.ts";
import { sendNotice } from "./sendNotice.ts";

const ANN = "owner ann@example.com";
const buyer = { email: "bea@example.com", name: "Bea Buyer", country: "DE" };
const holder = { email: "ann@example.com", name: "Ann Owner" };
const SERIAL = "MVP1234567";
let app: TestApp;

before(async () => {
  app = await testApp({ now: "2026-06-01T10:00:00Z" });
});

async function post(as: Parameters<TestApp["call"]>[0], path: string, body: object = {}) {
  const { status, body: reply } = await app.call(as, `POST /v1${path}`, body);
  equal(status < 300, true, `${path} ${status} ${JSON.stringify(reply)}`);
  await app.platform.jobs.drained();
  return reply;
}

/** The mails that were not there before, oldest first. */
async function newMails(known: readonly KeptMail[] = []): Promise<KeptMail[]> {
  const old = new Set(known.map(({ id }) => id));
  const mails = await listMail(app.platform.config.dataFolder);
  return mails.filter(({ id }) => !old.has(id)).toReversed();
}

async function buy(sku = "CARE-1Y-MAVIC-PRO"): Promise<{ id: string; codes: string[] }> {
  const order = { lines: [{ sku, quantity: 1 }], buyer, delivery: { option: "email" } };
  const { id } = await post("reseller", "/orders", order);
  await post("reseller", `/orders/${id}/payment`, { method: "test_success" });
  const { data } = await post("reseller", `/orders/${id}/codes`);
  return { id: String(id), codes: (data as { code: string }[]).map(({ code }) => code) };
}

test("a whole life is told: each step once, to the one it concerns", async () => {
  const known = await listMail(app.platform.config.dataFolder);
  const { id: orderId, codes } = await buy();
  const device = { activatedAt: "2026-05-31T12:00:00Z", region: "EU" };
  const { contract } = await post(ANN, "/activations", { code: codes[0], serial: SERIAL, device, holder });
  await app.moveTo("2026-09-01T10:00:00Z");
  const told = { lost: "none", stolen: false, abandoned: false };
  const incident = { at: "2026-08-31T09:00:00Z", cause: "collision", parts: ["aircraft"], ...told };
  const { claim } = await post(ANN, "/claims", { serial: SERIAL, incident, channel: "online" });
  const claimId = String((claim as { id: string }).id);
  const parts = ["aircraft", "gimbal", "camera", "propellers", "battery"];
  await post("staff", `/claims/${claimId}/intake`, { serial: SERIAL, parts, condition: "broken arm" });
  const findings = {
    ...{ cause: "collision", parts: ["aircraft"], lost: "none", intentional: false, cosmeticOnly: false },
    ...{
      forceMajeure: false,
      unauthorisedParts: false,
      unauthorisedRepair: false,
      unsuitableConditions: false,
    },
    modified: false,
  };
  await post("staff", `/claims/${claimId}/inspection`, { findings });
  await post(ANN, `/claims/${claimId}/choice`, { route: "plan" });
  await post(ANN, `/claims/${claimId}/payment`, { method: "test_unknown" });
  await post("staff", `/claims/${claimId}/replacement`, { serial: "MVP7654321" });
  await post("staff", `/claims/${claimId}/shipment`, {
    ...{ carrier: "DPD", tracking: "0155 1234", address: warsaw },
  });
  await post(ANN, `/contracts/${(contract as { id: string }).id}/renewal`, { method: "test_success" });

  const mails = await newMails(known);
  deepEqual(
    mails.map(({ to, subject }) => [to, subject]),
    [
      ["bea@example.com", "Your plan code"],
      ["ann@example.com", "Your plan for Mavic Pro is active"],
      ["ann@example.com", "We have your report about Mavic Pro"],
      ["ann@example.com", "Choose how we go on with Mavic Pro"],
      ["ann@example.com", "Your payment of 99.00 EUR has arrived"],
      ["ann@example.com", "Your new Mavic Pro is on its way"],
      ["ann@example.com", "Your plan for Mavic Pro goes on"],
    ],
  );
  const texts = mails.map(({ text }) => text);
  match(texts[0] ?? "", new RegExp(` {4}${codes[0]}\n`));
  match(texts[0] ?? "", new RegExp(`/open/${orderId}\\.`));
  match(texts[1] ?? "", /Covered until: the end of Tuesday 1 June 2027\nReplacements left: 2\n/);
  match(texts[2] ?? "", /replaces your Mavic Pro for a fee of 99\.00 EUR\./);
  match(texts[2] ?? "", new RegExp(`/open/${claimId}\\.`));
  match(texts[3] ?? "", /Another unit by your plan: 99\.00 EUR\n/);
  match(
    texts[5] ?? "",
    /Its serial is MVP7654321; it takes the place of MVP1234567\.[\s\S]*Tracking number: 0155 1234\n/,
  );
  match(
    texts[6] ?? "",
    /Covered from: Wednesday 2 June 2027\nCovered until: the end of Friday 2 June 2028\n/,
  );
});

test("the clear code stands in its mail and in nothing we keep", async () => {
  const { codes } = await buy();
  const secret = codes[0] ?? "";
  const { rows } = await app.platform.database.pool.query<{ text: string }>(
    `select message::text as text from notices.message
      union all select event::text from platform.event as event`,
  );
  deepEqual(
    rows.filter(({ text }) => text.includes(secret) || text.includes(secret.replaceAll("-", ""))),
    [],
  );
});

test("a job that runs again sends nothing again", async () => {
  const { id } = await buy();
  const known = await listMail(app.platform.config.dataFolder);
  for (const { type, body } of await eventsOf(app.platform.database, id.slice(4))) {
    await sendNotice.run(app.platform, { rootId: id.slice(4), type, body });
  }
  deepEqual(await newMails(known), []);
});

test("a mail that could not be sent is sent later; a death after sending makes no second one", async () => {
  const { id } = await buy();
  const rootId = id.slice(4);
  const delivered = (await eventsOf(app.platform.database, rootId)).find(
    ({ type }) => type === "CodesDelivered",
  );
  const notice = { rootId, type: "CodesDelivered", body: delivered?.body ?? {} };
  await ownerQuery(app.database, "delete from notices.message where root_id = $1", [rootId]);
  const known = await listMail(app.platform.config.dataFolder);
  const away: Platform = {
    ...app.platform,
    mailer: { send: () => Promise.reject(new Error("the mail server is away")), close: () => undefined },
  };
  await rejects(sendNotice.run(away, notice), /mail server is away/);
  await Promise.all([sendNotice.run(app.platform, notice), sendNotice.run(app.platform, notice)]);
  deepEqual(await newMails(known), [], "the same message id is the same mail");
  const { rows } = await app.platform.database.pool.query(
    "select template from notices.message where root_id = $1",
    [rootId],
  );
  deepEqual(rows, [{ template: "orderDelivered" }]);
});

test("of letters sent together, the one that fails is tried again, and none is sent twice", async () => {
  const ids = [await buy(), await buy()].map(({ id }) => id.slice("ord_".length));
  const made = ids.map((rootId) => eventsOf(app.platform.database, rootId));
  const notices = (await Promise.all(made)).flatMap((events) =>
    events.filter(({ type }) => type === "CodesDelivered"),
  );
  await ownerQuery(app.database, "delete from notices.message where root_id = any($1)", [ids]);
  const sent: string[] = [];
  const fussy: Platform = {
    ...app.platform,
    mailer: {
      send: async ({ messageId }) => {
        if (messageId.includes(String(ids[1]))) {
          throw new Error("no such mailbox");
        }
        sent.push(messageId);
      },
      close: () => undefined,
    },
  };
  const together = () => sendNotice.runTogether?.(fussy, [...notices, ...notices]);
  deepEqual([...((await together())?.keys() ?? [])], [1]);
  deepEqual([...((await together())?.keys() ?? [])], [1]);
  equal(sent.length, 1);
});

test("after all of it, no invariant is broken", async () => {
  deepEqual(await invariantSweep(app.database), []);
});
