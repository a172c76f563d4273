import { deepEqual, equal, match, ok } from "node:assert/strict";
import { afterEach, test } from "node:test";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { activatePhone, sampleProgramme } from "../../../test/support/sampleProgramme.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { finishSession, giveCard } from "../../../test/support/stripe/stripeBooks.ts";
import { type StripeStandIn, stripeStandIn } from "../../../test/support/stripe/stripeStandIn.ts";
import type { TestApp } from "../../../test/support/testApp.ts";
import { listMail } from "../../platform/index.ts";

const ADA = "owner ada@example.org";
const BEGAN = "2026-03-20T10:00:00-10:00";
const CHARGED = "2026-04-19T12:00:00-10:00";
const price = { amount: 799, currency: "USD" };
const monthly = { programme: "monthly-request", plan: "monthly", renewalMinor: price.amount };

interface Shop {
  readonly app: TestApp;
  readonly stripe: StripeStandIn;
  readonly contract: string;
}

interface Card {
  readonly state: string;
  readonly brand: string | null;
  readonly lastFour: string | null;
  readonly expiresOn: string | null;
  readonly nextUrl?: string;
}

/** What the running test opened: a dozen of them at once would take every connection of the cluster. */
const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) {
    await close();
  }
});

/** Ada's plan by the month, sold where Stripe takes the cards. */
async function shop(): Promise<Shop> {
  const stripe = await stripeStandIn();
  opened.push(() => stripe.close());
  const settings = { stripeKey: "sk_test_standin", stripeUrl: stripe.url };
  const app = await sampleProgramme(BEGAN, monthly, settings);
  opened.push(app.stop);
  return { app, stripe, contract: await activatePhone(app, ADA) };
}

async function agree({ app, contract }: Shop, method = "card"): Promise<Card> {
  const agreed = { method, price, agrees: true };
  const { status, body } = await app.call(ADA, `POST /v1/contracts/${contract}/auto-renewal`, agreed);
  equal(status, 201, JSON.stringify(body));
  return body.card as Card;
}

/** The page Ada was sent to. */
const pageOf = ({ nextUrl = "" }: Card): string => nextUrl.split("/").at(-1) ?? "";

/** Stripe's messages are lost here: what happened on its page is found by asking. */
async function minutes({ app }: Shop, count: number): Promise<void> {
  await app.moveTo(app.platform.clock.now().add({ minutes: count }).toString());
}

async function shown({ app, contract }: Shop): Promise<{ card: Card; needsCard: boolean } | null> {
  const { body } = await app.call(ADA, `GET /v1/contracts/${contract}/renewals`);
  return body.autoRenewal as { card: Card; needsCard: boolean } | null;
}

/** What is in our tables about cards. */
const rows = ({ app }: Shop) =>
  ownerQuery<Record<string, unknown>>(app.database, "select * from money.kept_card order by no");

async function subjects({ app }: Shop): Promise<readonly string[]> {
  await app.platform.jobs.drained();
  return (await listMail(app.platform.config.dataFolder)).map(({ subject }) => subject);
}

const forgotten = ({ stripe }: Shop) =>
  [...stripe.books.cards.values()].every(({ customer }) => customer === null) &&
  [...stripe.books.customers.values()].every(({ deleted }) => deleted);

test("a card is kept on Stripe's page, charged while nobody is there, and forgotten in the end", async () => {
  const visit = await shop();
  const { app, stripe, contract } = visit;
  const asked = await agree(visit);
  equal(asked.state, "asked");
  match(asked.nextUrl ?? "", /^https:\/\/checkout\.example\/cs_/);
  giveCard(stripe.books, pageOf(asked), { last4: "1881", exp_month: 7, exp_year: 2027 });
  await minutes(visit, 10);
  const { card, needsCard } = (await shown(visit)) ?? {};
  deepEqual(
    [card?.state, card?.brand, card?.lastFour, card?.expiresOn, needsCard],
    ["kept", "visa", "1881", "2027-07-31", false],
  );
  await app.moveTo(CHARGED);
  const paid = stripe.books.moved.filter((line) => line.startsWith("pay "));
  equal(paid.length, 1, paid.join());
  match(paid[0] ?? "", / 799$/);
  deepEqual(await violationsIn(app.database), []);
  const stopped = `POST /v1/contracts/${contract}/auto-renewal/cancellation`;
  equal((await app.call(ADA, stopped, {})).status, 200);
  await app.platform.jobs.drained();
  ok(forgotten(visit), "Stripe has neither card nor customer");
  const [row] = await rows(visit);
  const left = ["card_ref", "customer_ref", "brand", "last_four", "expires_on"].map((name) => row?.[name]);
  deepEqual([row?.state, ...left], ["forgotten", null, null, null, null, null]);
});

test("a bank that wants to ask its holder: they pay by hand, and the consent goes on", async () => {
  const visit = await shop();
  const { app, stripe, contract } = visit;
  giveCard(stripe.books, pageOf(await agree(visit)), { habit: "asks" });
  await minutes(visit, 10);
  await app.moveTo(CHARGED);
  equal(stripe.books.moved.length, 0);
  ok((await subjects(visit)).some((subject) => subject.startsWith("Confirm the renewal of your plan")));
  const by = { method: "card", price };
  const { body } = await app.call(ADA, `POST /v1/contracts/${contract}/renewal`, by);
  const { payment } = body.charge as { payment: { nextUrl: string } };
  finishSession(stripe.books, payment.nextUrl.split("/").at(-1) ?? "", true);
  await minutes(visit, 60);
  equal(stripe.books.moved.filter((line) => line.startsWith("pay ")).length, 1);
  equal((await shown(visit))?.card.state, "kept", "the next time it is asked again");
  deepEqual(await violationsIn(app.database), []);
});

test("a bank that is never answered: nothing is collected, the card is forgotten", async () => {
  const visit = await shop();
  giveCard(visit.stripe.books, pageOf(await agree(visit)), { habit: "asks" });
  await minutes(visit, 10);
  await visit.app.moveTo("2026-05-01T12:00:00-10:00");
  const ends = await ownerQuery(visit.app.database, "select end_reason from contracts.auto_renewal");
  deepEqual(ends, [{ end_reason: "not_confirmed" }]);
  equal(visit.stripe.books.moved.length, 0);
  ok(forgotten(visit));
  deepEqual(await violationsIn(visit.app.database), []);
});

test("a card that the bank refuses ends the consent while there is a day to pay by hand", async () => {
  const visit = await shop();
  giveCard(visit.stripe.books, pageOf(await agree(visit)), { habit: "declines" });
  await minutes(visit, 10);
  await visit.app.moveTo(CHARGED);
  equal(await shown(visit), null);
  ok(forgotten(visit));
  const ends = await ownerQuery(visit.app.database, "select end_reason from contracts.auto_renewal");
  deepEqual(ends, [{ end_reason: "not_paid" }]);
});

test("a page that is left: nothing renews by itself, and the plan is offered by hand", async () => {
  const visit = await shop();
  const page = pageOf(await agree(visit));
  finishSession(visit.stripe.books, page, false);
  await minutes(visit, 60);
  equal(await shown(visit), null);
  const [row] = await rows(visit);
  equal(row?.state, "failed");
  ok((await subjects(visit)).some((subject) => subject.includes("no longer renews by itself")));
});

test("withdrawn while the page is open: a card that is given all the same is forgotten at once", async () => {
  const visit = await shop();
  const asked = await agree(visit);
  const { app, stripe, contract } = visit;
  equal((await app.call(ADA, `POST /v1/contracts/${contract}/auto-renewal/cancellation`, {})).status, 200);
  giveCard(stripe.books, pageOf(asked), {});
  await minutes(visit, 60);
  ok(forgotten(visit));
  equal((await rows(visit))[0]?.state, "forgotten");
  const again = await agree(visit);
  equal(again.state, "asked", "and may be agreed to again");
});

test("a card that ends before the charge is told beforehand; agreed again, another is charged", async () => {
  const visit = await shop();
  const { app, stripe, contract } = visit;
  giveCard(stripe.books, pageOf(await agree(visit)), { exp_month: 3, exp_year: 2026, last4: "0341" });
  await minutes(visit, 10);
  equal((await shown(visit))?.needsCard, true);
  await app.moveTo("2026-04-14T10:00:00-10:00");
  ok((await subjects(visit)).some((subject) => subject.startsWith("Your card ends before")));
  giveCard(stripe.books, pageOf(await agree(visit)), { last4: "1111" });
  await minutes(visit, 10);
  const renewed = (await shown(visit)) as unknown as { chargesAt: string | null; needsCard: boolean };
  deepEqual([renewed.needsCard, renewed.chargesAt === null], [false, false], "it is announced anew");
  const twice = { method: "card", price, agrees: true };
  const { body } = await app.call(ADA, `POST /v1/contracts/${contract}/auto-renewal`, twice);
  equal(body.code, "renews_itself_already");
  await app.moveTo(CHARGED);
  equal(stripe.books.moved.filter((line) => line.startsWith("pay ")).length, 1);
  deepEqual(
    [...stripe.books.cards.values()].map(({ customer }) => customer === null),
    [true, false],
  );
  deepEqual(await violationsIn(app.database), []);
});

test("no card can be kept by a transfer, and nobody outside pays by a kept card", async () => {
  const visit = await shop();
  const { app, stripe, contract } = visit;
  for (const method of ["bank_transfer", "kept_card:1"]) {
    const agreed = { method, price, agrees: true };
    equal((await app.call(ADA, `POST /v1/contracts/${contract}/auto-renewal`, agreed)).status, 400, method);
  }
  giveCard(stripe.books, pageOf(await agree(visit)), {});
  await minutes(visit, 10);
  await app.moveTo("2026-04-18T10:00:00-10:00");
  for (const who of [ADA, "staff", "manager"] as const) {
    const by = { method: "kept_card:1", price };
    const { status, body } = await app.call(who, `POST /v1/contracts/${contract}/renewal`, by);
    equal(status, 400, JSON.stringify(body));
  }
});

for (const [method, ends, how] of [
  ["test_card_declined", "failed", "refused"],
  ["test_card_unknown", "kept", "kept, its answer lost"],
  ["test_card_unheard", "kept", "kept when it is asked again"],
  ["test_card_pending_declined", "failed", "refused later"],
] as const) {
  test(`the test bank's ${method}: ${how}, asked for once`, async () => {
    const visit = await shop();
    await agree(visit, method);
    await minutes(visit, 60);
    equal((await rows(visit))[0]?.state, ends);
    equal((await shown(visit)) === null, ends === "failed");
    deepEqual(await violationsIn(visit.app.database), []);
  });
}

test("a card its provider does not forget is told to a person", async () => {
  const visit = await shop();
  await agree(visit, "test_forget_declined");
  const { app, contract } = visit;
  equal((await app.call(ADA, `POST /v1/contracts/${contract}/auto-renewal/cancellation`, {})).status, 200);
  await app.platform.jobs.drained();
  const told = await ownerQuery(app.database, "select type from platform.event where type like 'CardNot%'");
  deepEqual(told, [{ type: "CardNotForgotten" }]);
});
