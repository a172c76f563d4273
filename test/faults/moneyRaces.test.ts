import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { linkFor } from "../../src/identity/index.ts";
import { claimDesk } from "../support/claimDesk.ts";
import { ownerQuery } from "../support/ownerQuery.ts";
import { paidPlan } from "../support/paidPlan.ts";
import { activatePhone, sampleProgramme } from "../support/sampleProgramme.ts";
import { REFUND_TERMS, union } from "../support/soldPlan2025.ts";
import { violationsIn } from "../support/soldPlans.ts";
import { type Answer, type TestApp, testApp } from "../support/testApp.ts";
import { gapsToBank } from "./money/bankBooks.ts";

/** How many come at once, half of them for the one thing and half for the other where there are two. */
const CONTENDERS = 20;
const OBJECTS = 3;
const ADA = "owner ada@example.org";
const BEN = "owner ben@example.org";
const began = "2026-03-20T10:00:00-10:00";

const times = <Made>(count: number, make: (index: number) => Made): Made[] =>
  Array.from({ length: count }, (_, index) => make(index));
const accepted = (answers: readonly Answer[]) => answers.filter(({ status }) => status < 300);
const said = (answers: readonly Answer[]): string =>
  JSON.stringify(answers.map(({ status, body }) => [status, body.code]));

async function isSound({ platform, database }: TestApp): Promise<void> {
  await platform.jobs.drained();
  deepEqual([await gapsToBank(database), await violationsIn(database)], [[], []]);
}

async function eventsOf(app: TestApp, type: string): Promise<number> {
  const counted = "select count(*)::integer as times from platform.event where type = $1";
  const [row] = await ownerQuery<{ times: number }>(app.database, counted, [type]);
  return row?.times ?? 0;
}

describe("twenty at once", () => {
  test("want a part of one payment back: as many get it as there is money", async () => {
    const app = await testApp({ now: "2025-08-05T12:00:00Z", settings: { programmes: REFUND_TERMS } });
    for (let object = 0; object < OBJECTS; object += 1) {
      const { charge } = await paidPlan(app, union);
      const told = { charge, amount: { amount: 1_000, currency: "EUR" }, reason: "kind" };
      const answers = await Promise.all(times(CONTENDERS, () => app.call("staff", "POST /v1/refunds", told)));
      equal(accepted(answers).length, 4, said(answers));
      const refused = answers.filter(({ status }) => status >= 300);
      ok(
        refused.every(({ body }) => body.code === "refund_above_captured"),
        said(answers),
      );
    }
    await isSound(app);
    equal(await eventsOf(app, "RefundPaid"), 4 * OBJECTS);
    await app.stop();
  });

  test("give a plan up or report its damage: it is over, or it has one case", async () => {
    const desk = await claimDesk();
    const { app } = desk;
    for (let object = 0; object < OBJECTS; object += 1) {
      const camera = desk.camera();
      const { body } = await app.call(camera.owner, "GET /v1/contracts?limit=200");
      const held = (body.data as { id: string; serial: string }[]).find(
        ({ serial }) => serial === camera.serial,
      );
      const route = `POST /v1/contracts/${held?.id}/cancellation`;
      const back = { by: "holder", reason: "device-returned", deviceReturned: true };
      const answers = await Promise.all(
        times(CONTENDERS, (index) =>
          index % 2 === 0 ? app.call("staff", route, back) : desk.report({}, camera),
        ),
      );
      const ended = accepted(answers.filter((_, index) => index % 2 === 0));
      const opened = accepted(answers.filter((_, index) => index % 2 === 1));
      ok(ended.length <= 1 && opened.length <= 1, said(answers));
      const byPlan = opened.filter(({ body: claim }) => JSON.stringify(claim).includes('"outcome":"plan"'));
      equal(ended.length + byPlan.length, 1, said(answers));
    }
    await isSound(app);
  });

  test("renew by hand while it renews by itself: one is paid, one contract follows", async () => {
    const price = { amount: 799, currency: "USD" };
    const monthly = { programme: "monthly-request", plan: "monthly", renewalMinor: price.amount };
    const app = await sampleProgramme(began, monthly);
    const contract = await activatePhone(app, ADA);
    const agreed = { method: "test_success", price, agrees: true };
    equal((await app.call(ADA, `POST /v1/contracts/${contract}/auto-renewal`, agreed)).status, 201);
    await app.moveTo("2026-04-18T12:00:00-10:00");
    const route = `POST /v1/contracts/${contract}/renewal`;
    const [, ...answers] = await Promise.all([
      app.moveTo("2026-04-19T23:00:00-10:00"),
      ...times(CONTENDERS - 1, () => app.call(ADA, route, { method: "test_success", price })),
    ]);
    await isSound(app);
    const [kept] = await ownerQuery(
      app.database,
      `select (select count(*)::integer from money.test_payment
                where outcome = 'succeeded' and about = 'charge') as paid,
              (select count(*)::integer from contracts.contract where renews_no is not null) as renewed`,
    );
    deepEqual({ ...kept }, { paid: 1, renewed: 1 }, said(answers));
  });

  for (const other of ["withdrawal", "cancellation"] as const) {
    test(`agree to a transfer, or it ends by ${other}: the contract has one fate`, async () => {
      const app = await sampleProgramme(began, { programme: "one-time-transfer", plan: "term-2y" });
      const contract = await activatePhone(app, ADA);
      const to = { name: "Ben", email: "ben@example.org" };
      const asked = await app.call(ADA, `POST /v1/contracts/${contract}/transfer`, { to });
      equal(asked.status, 201, JSON.stringify(asked.body));
      const transfer = String(asked.body.id);
      const link = { "x-evermend-link": linkFor(app.platform, "transfer", transfer) };
      const agree = () =>
        app.call("public", `POST /v1/transfers/${transfer}/answer`, { answer: "agree" }, link);
      const against = () =>
        other === "withdrawal"
          ? app.call(ADA, `POST /v1/transfers/${transfer}/withdrawal`, {})
          : app.call("staff", `POST /v1/contracts/${contract}/cancellation`, {
              ...{ by: "holder", reason: "no-longer-wanted", holder: { country: "US", state: "US-HI" } },
              claimsPaid: { amount: 0, currency: "USD" },
            });
      const answers = await Promise.all(
        times(CONTENDERS, (index) => (index % 2 === 0 ? agree() : against())),
      );
      const agreed = accepted(answers.filter((_, index) => index % 2 === 0)).length;
      const ended = accepted(answers.filter((_, index) => index % 2 === 1)).length;
      // Its terms pay nothing back to whoever got it from somebody else: passed on, it cannot be given up.
      equal(agreed + ended, 1, said(answers));
      equal((await app.call(BEN, `GET /v1/contracts/${contract}`)).status, agreed === 1 ? 200 : 404);
      equal((await app.call(ADA, `GET /v1/contracts/${contract}`)).status, agreed === 1 ? 404 : 200);
      await isSound(app);
    });
  }

  test("bring the same booking of our bank: it is there once, and pays once", async () => {
    const app = await testApp({ settings: { bankIban: "DE89370400440532013000", bankHolder: "Care" } });
    for (let object = 0; object < OBJECTS; object += 1) {
      const order = await app.call("reseller", "POST /v1/orders", {
        lines: [{ sku: "U-3889316", quantity: 1 }],
        buyer: { email: "shop@example.org", name: "A shop", country: "EE" },
        delivery: { option: "email" },
      });
      const paying = `POST /v1/orders/${order.body.id}/payment`;
      const { body } = await app.call("reseller", paying, { method: "bank_transfer" });
      const reference = /RF\d{2}[0-9A-Z]{10}/.exec(JSON.stringify(body))?.[0];
      const amount = { amount: 4_425, currency: "EUR" };
      const credit = { bankId: `bank-${object}`, reference, bookedOn: "2026-06-02", amount };
      const answers = await Promise.all(
        times(CONTENDERS, () => app.call("manager", "POST /v1/bank-credits", { credits: [credit] })),
      );
      const booked = answers.map(({ body: reply }) => Number(reply.booked));
      equal(
        booked.reduce((sum, one) => sum + one, 0),
        1,
        said(answers),
      );
    }
    await isSound(app);
    equal(await eventsOf(app, "ChargeCaptured"), OBJECTS);
    await app.stop();
  });
});
