import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { publicId } from "../../src/platform/index.ts";
import { advanceDesk, EVA } from "../support/advanceDesk.ts";
import { comesTo } from "../support/comesTo.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import { ownerQuery } from "../support/ownerQuery.ts";
import { activatePhone, sampleProgramme } from "../support/sampleProgramme.ts";
import { finishSession } from "../support/stripe/stripeBooks.ts";
import { stripeStandIn } from "../support/stripe/stripeStandIn.ts";
import type { TestApp } from "../support/testApp.ts";
import { atEnd } from "../support/testDatabase.ts";
import { killInTurn } from "./money/killInTurn.ts";
import { type ServedMoney, serveMoney } from "./money/servedMoney.ts";

const STEPS = ["before_call", "call_noted", "called", "saved", "recorded"] as const;
const ADA = "owner ada@example.org";
const price = { amount: 799, currency: "USD" };
const sold = { programme: "monthly-request", plan: "monthly", renewalMinor: price.amount };

/** A plan by the month whose owner has agreed to nothing yet, and the way to a server for it. */
async function monthly(forgetsKeys = false) {
  const app = await sampleProgramme("2026-03-20T10:00:00-10:00", sold);
  const route = `POST /v1/contracts/${await activatePhone(app, ADA)}/auto-renewal`;
  await app.platform.jobs.drained();
  await app.platform.jobs.stop();
  const serve = (point?: string): Promise<ServedMoney> =>
    serveMoney(app, { programmes: "samples/monthly-request.terms.md", forgetsKeys, point });
  const agree = (server: ServedMoney) =>
    server.call(ADA, route, { method: "test_success", price, agrees: true });
  return { app, route, serve, agree };
}

test("a card is kept once and forgotten once, whenever its server dies", async () => {
  const { app, route, serve, agree } = await monthly();
  const keeper = await killInTurn(
    serve,
    STEPS.map((step) => `card_${step}`),
    agree,
  );
  await comesTo("the card is kept", async () => (await eventsOf(app, "CardKept")) === 1);
  await keeper.stop();
  const forgetter = await killInTurn(
    serve,
    STEPS.map((step) => `forget_${step}`),
    (server) => server.call(ADA, `${route}/cancellation`, {}),
  );
  await comesTo("the card is forgotten", async () => (await eventsOf(app, "CardForgotten")) === 1);
  await forgetter.stop();
  deepEqual(await atBank(app), { kept: 1, forgotten: 1 });
  deepEqual([await eventsOf(app, "CardKept"), await eventsOf(app, "CardForgotten")], [1, 1]);
  deepEqual(await invariantSweep(app.database), []);
});

test("control: with a bank that forgets its keys the same card is kept twice", async () => {
  const { app, serve, agree } = await monthly(true);
  const heir = await killInTurn(serve, ["card_called"], agree);
  await comesTo("the card is kept", async () => (await eventsOf(app, "CardKept")) === 1);
  await heir.stop();
  deepEqual(await atBank(app), { kept: 2, forgotten: 0 });
});

test("the card of a hold that has ended is forgotten once, whenever its server dies", async () => {
  const stripe = await stripeStandIn();
  atEnd(() => stripe.close());
  const desk = await advanceDesk();
  const { app } = desk;
  const { body } = await desk.report();
  const { id } = body.claim as { id: string };
  await app.platform.jobs.drained();
  await app.platform.jobs.stop();
  const settings = { EVERMEND_STRIPE_KEY: "sk_test_standin", EVERMEND_STRIPE_URL: stripe.url };
  const serve = (point?: string): Promise<ServedMoney> =>
    serveMoney(app, { programmes: "dji-express/2025.terms.md", settings, point });
  const taker = await serve();
  const paying = await taker.call(EVA, `POST /v1/claims/${id}/payment`, { method: "card" });
  equal(paying?.status, 200, JSON.stringify(paying?.body));
  await comesTo("its page is open", async () => stripe.books.sessions.size === 1);
  const [page] = [...stripe.books.sessions.keys()];
  finishSession(stripe.books, String(page), true);
  await taker.call("manager", "POST /v1/test-clock", { now: "2026-09-05T11:00:00Z" });
  await comesTo("the hold is placed", async () => (await desk.hold(id)).state === "placed");
  await taker.stop();
  const { rootId, no } = await desk.hold(id);
  const last = await killInTurn(
    serve,
    STEPS.map((step) => `forget_held_${step}`),
    (server) =>
      server.call("staff", `POST /v1/holds/${publicId("hld", rootId, no)}/release`, { reason: "settled" }),
  );
  await comesTo("the card is forgotten", async () => (await eventsOf(app, "HeldCardForgotten")) === 1);
  await last.stop();
  equal((await desk.hold(id)).state, "released");
  deepEqual(
    [...stripe.books.cards.values()].map(({ customer }) => customer),
    [null],
  );
  deepEqual(await invariantSweep(app.database), []);
});

async function eventsOf({ database }: TestApp, type: string): Promise<number> {
  return (await ownerQuery(database, "select from platform.event where type = $1", [type])).length;
}

async function atBank({ database }: TestApp): Promise<object> {
  const [row] = await ownerQuery<object>(
    database,
    `select count(*) filter (where about = 'card')::integer as kept,
            count(*) filter (where about = 'forget')::integer as forgotten
       from money.test_payment where outcome = 'succeeded'`,
  );
  return { ...row };
}
