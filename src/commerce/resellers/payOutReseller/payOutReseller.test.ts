import { deepEqual, equal } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { invariantSweep } from "../../../../test/support/invariantSweep.ts";
import { type ResellerDesk, resellerDesk } from "../../../../test/support/resellerDesk.ts";
import { type TestApp, testApp } from "../../../../test/support/testApp.ts";

const MIA = "manager mia@example.com";
const MAX = "manager max@example.com";

interface Refund {
  readonly id: string;
  readonly charge: string | null;
  readonly means: string;
  readonly state: string;
  readonly amount: { readonly amount: number };
}

let app: TestApp;
let names = 0;
before(async () => {
  const settings = { bankIban: "DE89370400440532013000", bankHolder: "Care" };
  app = await testApp({ now: "2026-11-21T10:00:00Z", settings });
});

async function newDesk(more: object = {}): Promise<ResellerDesk> {
  names += 1;
  return await resellerDesk(app, { name: `Shop ${names}`, email: `office${names}@shop.example`, ...more });
}
const aMinute = () => app.moveTo(app.platform.clock.now().add({ minutes: 1 }).toString());
async function topUp(desk: ResellerDesk, amountMinor: number): Promise<string> {
  const body = { amountMinor, method: "test_success" };
  const paid = await desk.as("buyer", `POST /v1/resellers/${desk.id}/top-ups`, body);
  equal(paid.body.state, "captured", JSON.stringify(paid.body));
  await aMinute();
  return String(paid.body.id);
}
async function transfer(desk: ResellerDesk, amount: number): Promise<void> {
  const { reference } = (await shown(desk)).account as { reference: string };
  const credit = { bankId: `in-${desk.id}`, bookedOn: "2026-11-21", reference };
  const booked = await app.call("manager", "POST /v1/bank-credits", {
    credits: [{ ...credit, amount: { amount, currency: "EUR" } }],
  });
  equal((booked.body.credits as unknown[]).length, 1, JSON.stringify(booked.body));
  await aMinute();
}
async function place(desk: ResellerDesk, quantity = 1): Promise<unknown> {
  const placed = await desk.as("buyer", "POST /v1/orders", {
    lines: [{ sku: "U-3889316", quantity }],
    buyer: { email: "office@shop.example", name: "Shop", country: "EE" },
    delivery: { option: "email" },
  });
  equal(placed.status, 201, JSON.stringify(placed.body));
  return placed.body.id;
}
const shown = async (desk: ResellerDesk) => (await app.call("manager", `GET /v1/resellers/${desk.id}`)).body;
const balanceOf = async (desk: ResellerDesk) =>
  ((await shown(desk)).account as { balance: { amount: number } }).balance.amount;
const end = (desk: ResellerDesk) => app.call(MIA, `POST /v1/resellers/${desk.id}/end`, { reason: "over" });
const ask = (desk: ResellerDesk, as: Parameters<TestApp["call"]>[0] = MIA, query = "") =>
  app.call(as, `POST /v1/resellers/${desk.id}/payout${query}`, { reason: "its contract has ended" });
const refundsIn = ({ body }: { readonly body: Record<string, unknown> }) => body.refunds as Refund[];
const told = (refunds: readonly Refund[]) =>
  refunds.map(({ charge, means, state, amount }) => [charge, means, state, amount.amount]);
const decide = (id: string, decision: string, as: Parameters<TestApp["call"]>[0] = MAX) =>
  app.call(as, `POST /v1/refunds/${id}/approval`, { decision, reason: "looked at" });
async function paidOutOf(desk: ResellerDesk): Promise<unknown[]> {
  const { body } = await app.call("manager", `GET /v1/resellers/${desk.id}/statements?month=2026-11`);
  const lines = body.data as { kind: string; amountMinor: number; afterMinor: number }[];
  return lines
    .filter(({ kind }) => kind === "payout")
    .map(({ amountMinor, afterMinor }) => [amountMinor, afterMinor]);
}
const sweep = async () => deepEqual(await invariantSweep(app.database), []);

describe("what is left on a reseller's balance when its contract has ended", () => {
  test("goes back to the latest top-ups first, what came by the bank by a transfer, and once", async () => {
    const desk = await newDesk();
    const first = await topUp(desk, 3_000);
    await transfer(desk, 2_000);
    const last = await topUp(desk, 1_000);
    equal((await ask(desk)).body.code, "reseller_contract_runs");
    await end(desk);
    equal((await ask(desk, MIA, "?dryRun=true")).status, 200);
    equal(await balanceOf(desk), 6_000, "a rehearsal takes nothing");
    const answers = await Promise.all([ask(desk), ask(desk), ask(desk), ask(desk)]);
    const done = answers.filter(({ status }) => status === 201);
    equal(done.length, 1, JSON.stringify(answers.map(({ status, body }) => [status, body.code])));
    equal((await ask(desk)).body.code, "reseller_balance_empty");
    const refunds = refundsIn(done[0] ?? { body: {} });
    deepEqual(told(refunds), [
      [last, "provider", "approved", 1_000],
      [first, "provider", "approved", 3_000],
      [null, "transfer", "approved", 2_000],
    ]);
    equal(await balanceOf(desk), 0);
    await app.platform.jobs.drained();
    const [byCard, , byHand] = refunds;
    const card = await app.call("manager", `GET /v1/refunds/${byCard?.id}`);
    deepEqual([card.body.state, card.body.kind, card.body.reseller], ["paid", "reseller_balance", desk.id]);
    const pay = (body: object) => app.call(MAX, `POST /v1/refunds/${byHand?.id}/payment`, body);
    equal((await pay({ means: "balance" })).body.code, "refund_leaves_us");
    equal((await pay({ means: "provider" })).body.code, "refund_no_provider");
    const paid = await pay({ means: "transfer", reference: "SEPA 9" });
    deepEqual([paid.body.state, paid.body.reference], ["paid", "SEPA 9"]);
    deepEqual(await paidOutOf(desk), [
      [-1_000, 5_000],
      [-3_000, 2_000],
      [-2_000, 0],
    ]);
    await sweep();
  });

  test("is what was not spent: of a top-up no more than that", async () => {
    const desk = await newDesk();
    const charge = await topUp(desk, 10_000);
    const order = await place(desk);
    await desk.as("buyer", `POST /v1/orders/${order}/payment`, { method: "balance" });
    await app.platform.jobs.drained();
    const left = await balanceOf(desk);
    await end(desk);
    deepEqual(told(refundsIn(await ask(desk))), [[charge, "provider", "approved", left]]);
    await app.platform.jobs.drained();
    await sweep();
  });

  test("above the limit leaves by two hands; declined it is there again, to be asked for", async () => {
    const desk = await newDesk();
    const charge = await topUp(desk, 900_000);
    await end(desk);
    const [asked] = refundsIn(await ask(desk));
    deepEqual(told(asked === undefined ? [] : [asked]), [[charge, "provider", "requested", 900_000]]);
    equal((await decide(asked?.id ?? "", "approve", MIA)).body.code, "same_person");
    await aMinute();
    equal((await decide(asked?.id ?? "", "decline")).body.state, "declined");
    equal(await balanceOf(desk), 900_000);
    await aMinute();
    await sweep();
    const [again] = refundsIn(await ask(desk));
    equal((await decide(again?.id ?? "", "approve")).body.state, "approved");
    await app.platform.jobs.drained();
    equal((await app.call("manager", `GET /v1/refunds/${again?.id}`)).body.state, "paid");
    equal(await balanceOf(desk), 0);
    deepEqual(await paidOutOf(desk), [
      [-900_000, 0],
      [900_000, 900_000],
      [-900_000, 0],
    ]);
    await sweep();
  });

  test("stays while an order, an invoice or a dispute is open", async () => {
    const desk = await newDesk({ creditMinor: 500_000 });
    const charge = await topUp(desk, 20_000);
    const order = await place(desk);
    await end(desk);
    const refused = async () => {
      const { status, body } = await ask(desk);
      return [status, body.code, body.detail];
    };
    deepEqual(await refused(), [409, "reseller_not_settled", "Still open are: 1 orders."]);
    await desk.as("buyer", `POST /v1/orders/${order}/payment`, { method: "invoice" });
    await app.platform.jobs.drained();
    deepEqual(await refused(), [409, "reseller_not_settled", "Still open are: invoices."]);
    const dispute = { charge, amount: { amount: 800, currency: "EUR" }, reason: "fraud" };
    await app.call("manager", "POST /v1/disputes", { ...dispute, providerRef: "dp_stays" });
    deepEqual(await refused(), [409, "reseller_not_settled", "Still open are: invoices, 1 disputes."]);
    await sweep();
  });

  test("is not paid twice where a bank takes the top-up back meanwhile", async () => {
    const desk = await newDesk();
    const charge = await topUp(desk, 900_000);
    await end(desk);
    const [asked] = refundsIn(await ask(desk));
    const opened = await app.call("manager", "POST /v1/disputes", {
      ...{ charge, amount: { amount: 900_000, currency: "EUR" }, reason: "fraud", providerRef: "dp_late" },
    });
    equal(opened.status, 201, JSON.stringify(opened.body));
    await app.platform.jobs.drained();
    equal((await decide(asked?.id ?? "", "approve")).body.code, "refund_above_captured");
    await app.call("manager", `POST /v1/disputes/${opened.body.id}/outcome`, { outcome: "lost" });
    await app.platform.jobs.drained();
    const over = await app.call("manager", `GET /v1/refunds/${asked?.id}`);
    deepEqual([over.body.state, over.body.means, await balanceOf(desk)], ["paid", "dispute", 0]);
    await sweep();
  });

  test("is paid out by who may, and only of a reseller", async () => {
    const desk = await newDesk();
    equal((await desk.as("keeper", `POST /v1/resellers/${desk.id}/payout`, { reason: "x" })).status, 403);
    equal((await ask(desk, "integrator")).status, 403);
    const other = "POST /v1/resellers/rsl_01m7ynaym0vqhpgnwdrkms6x8c/payout";
    equal((await app.call(MIA, other, { reason: "x" })).status, 404);
    equal((await app.call(MIA, `POST /v1/resellers/${desk.id}/payout`, {})).status, 400);
  });
});
