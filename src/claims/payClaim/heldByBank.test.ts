import { deepEqual, equal, match, ok } from "node:assert/strict";
import { before, test } from "node:test";
import { type AdvanceDesk, advanceDesk, EVA } from "../../../test/support/advanceDesk.ts";
import { ownerPages } from "../../../test/support/ownerPages.ts";

let desk: AdvanceDesk;
let pages: ReturnType<typeof ownerPages>;

before(async () => {
  desk = await advanceDesk();
  pages = ownerPages(desk.app, EVA);
});

type Body = Readonly<Record<string, unknown>>;
interface Step {
  readonly state: string;
  readonly nextUrl?: string;
}

const METHOD = "test_three_d_secure";

async function opened(): Promise<string> {
  const { body } = await desk.report();
  return String((body.claim as Body).id);
}

/** Says yes or no where the test bank asks, and answers where that leads back to. */
async function atTheBank(page: string | undefined, answer: "yes" | "no"): Promise<string> {
  const { pathname } = new URL(page ?? "", "http://localhost:4400");
  const reply = await desk.app.http.inject({ method: "POST", url: `${pathname}?answer=${answer}` });
  await desk.app.platform.jobs.drained();
  return new URL(String(reply.headers.location)).pathname;
}

/** How hold and fee stand, and where each leads. */
async function stands(id: string): Promise<{ hold: [unknown, Step]; charge: [unknown, Step | null] }> {
  const { body } = await desk.app.call(EVA, `GET /v1/claims/${id}`);
  const { hold, charge } = body as { hold: Body; charge: Body };
  return { hold: [hold.state, hold.payment as Step], charge: [charge.state, charge.payment as Step | null] };
}

test("a hold with a step at the bank says where, then the fee does, each once", async () => {
  const id = await opened();
  const { body } = await desk.pay(id, METHOD);
  const { payment } = body.hold as { payment: Step };
  equal(payment.state, "pending");
  match(payment.nextUrl ?? "", /\/dev\/bank\/test_/);
  equal((body.charge as Body).payment, null, "no fee is tried before a card stands for the device");
  equal((await desk.pay(id, METHOD)).body.code, "hold_underway");
  equal(await atTheBank(payment.nextUrl, "yes"), `/cases/${id}/pay`);
  const after = await stands(id);
  deepEqual([after.hold[0], after.hold[1].state, after.hold[1].nextUrl], ["placed", "succeeded", undefined]);
  equal(after.charge[1]?.state, "pending");
  await atTheBank(after.charge[1]?.nextUrl, "yes");
  equal((await stands(id)).charge[0], "captured");
});

test("on the pages: there, back to the truth, and on to the fee", async () => {
  const id = await opened();
  const pay = `/cases/${id}/pay`;
  const sent = await pages.send(pay, { method: METHOD, agrees: "yes" });
  match(sent.location ?? "", /\/dev\/bank\/test_/);
  match((await pages.open(pay)).text, /One step is left at your bank/);
  match((await pages.open(`/cases/${id}`)).text, /Finish paying there/);
  ok((await pages.open(pay)).leadsTo.includes(sent.location ?? "-"), "the way there");
  equal(await atTheBank(sent.location, "no"), pay);
  match((await pages.open(pay)).text, /declined/);
  const again = await pages.send(pay, { method: METHOD, agrees: "yes" });
  await atTheBank(again.location, "yes");
  const fee = (await pages.open(pay)).leadsTo.find((to) => to.includes("/dev/bank/"));
  ok(fee !== undefined && fee !== again.location, "the fee has its own step");
  await atTheBank(fee, "yes");
  deepEqual((await stands(id)).hold[0], "placed");
  equal((await pages.open(pay)).location, `/cases/${id}`, "nothing is left to pay");
});
