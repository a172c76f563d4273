import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type PaidPlan, paidPlan } from "../../../test/support/paidPlan.ts";
import { dear, REFUND_TERMS, union } from "../../../test/support/soldPlan2025.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import { listMail } from "../../platform/index.ts";

const ADA = "owner ada@example.com";
const MIA = "manager mia@example.com";
const MAX = "manager max@example.com";

let app: TestApp;
let disputes = 0;
before(async () => {
  app = await testApp({ now: "2025-08-05T12:00:00Z", settings: { programmes: REFUND_TERMS } });
});
after(() => app.stop());

/** The holder gives a plan up; the refund waits, because its card takes nothing back or it needs two. */
async function waiting(sold: Parameters<typeof paidPlan>[1]): Promise<{ plan: PaidPlan; refund: string }> {
  const plan = await paidPlan(app, sold);
  const { body } = await app.call(ADA, `POST /v1/contracts/${plan.contract}/cancellation`, {
    ...{ by: "holder", reason: "no-longer-wanted" },
  });
  await app.platform.jobs.drained();
  return { plan, refund: (body.refund as { id: string }).id };
}

async function disputed({ charge }: PaidPlan, amount: number, currency = "EUR"): Promise<unknown> {
  disputes += 1;
  const told = { charge, amount: { amount, currency }, reason: "fraud", providerRef: `dp_${disputes}` };
  const { status, body } = await app.call("manager", "POST /v1/disputes", told);
  equal(status, 201, JSON.stringify(body));
  return body.id;
}

async function end(id: unknown, outcome: "won" | "lost"): Promise<void> {
  equal((await app.call("manager", `POST /v1/disputes/${id}/outcome`, { outcome })).status, 200);
  await app.platform.jobs.drained();
}

const shown = async (id: string, as: Parameters<TestApp["call"]>[0] = "staff") =>
  (await app.call(as, `GET /v1/refunds/${id}`)).body;
const decide = (as: typeof MIA | typeof MAX, id: unknown, decision: string) =>
  app.call(as, `POST /v1/refunds/${id}/approval`, { decision, reason: "looked at" });
const transfer = (id: string) =>
  app.call("manager", `POST /v1/refunds/${id}/payment`, { means: "transfer", reference: "SEPA 1" });
const subjects = async () => (await listMail(app.platform.config.dataFolder)).map(({ subject }) => subject);

describe("a refund that a lost dispute has paid in part", () => {
  test("is paid by us for the rest, to the unit, and its payee is told", async () => {
    const { plan, refund } = await waiting({ ...union, method: "test_refund_declined" });
    const dispute = await disputed(plan, 2_000);
    equal((await transfer(refund)).body.code, "refund_above_captured", "the dispute may take of it");
    await end(dispute, "lost");
    const cut = await shown(refund);
    // 4,425 were captured, 4,401 are owed, 2,000 are with the bank: 1,976 of them are surely the same money.
    deepEqual([cut.state, cut.amount, cut.settled], ["failed", EUR(4_401), EUR(1_976)]);
    ok((await subjects()).includes("Your bank has paid 19.76 EUR of your refund of 44.01 EUR"));
    const paid = await transfer(refund);
    deepEqual([paid.body.state, paid.body.means], ["paid", "transfer"]);
    await app.platform.jobs.drained();
    const { postings } = (await shown(refund)) as { postings: { credit: string; amount: object }[] };
    deepEqual(
      postings.filter(({ credit }) => credit === "bank").map(({ amount }) => amount),
      [EUR(2_425)],
    );
    ok((await subjects()).includes("Your refund of 24.25 EUR is paid"), "what we have paid of it");
  });

  test("is agreed to for the rest, not declined, and given back by its provider", async () => {
    const { plan, refund } = await waiting(dear);
    await end(await disputed(plan, 10_000, "USD"), "lost");
    const cut = await shown(refund);
    deepEqual([cut.state, cut.settled], ["requested", { amount: 10_000, currency: "USD" }]);
    equal((await decide(MAX, refund, "decline")).body.code, "refund_settled");
    equal((await decide(MAX, refund, "approve")).status, 200);
    await app.platform.jobs.drained();
    deepEqual([(await shown(refund)).state, (await shown(refund)).means], ["paid", "provider"]);
  });

  test("twice is paid in two parts by banks and never by us", async () => {
    const { plan, refund } = await waiting(dear);
    const [one, two] = [await disputed(plan, 10_000, "USD"), await disputed(plan, 13_900, "USD")];
    await end(one, "lost");
    equal((await shown(refund)).state, "requested");
    await end(two, "lost");
    const settled = await shown(refund);
    deepEqual([settled.state, settled.means], ["paid", "dispute"]);
    ok((await subjects()).includes("Your refund of 239.00 USD was paid by your bank"));
  });

  test("loses nothing to a dispute that was won, nor to one that leaves enough", async () => {
    const { plan, refund } = await waiting({ ...union, method: "test_refund_declined" });
    const [won, small] = [await disputed(plan, 4_000), await disputed(plan, 24)];
    await end(small, "lost");
    deepEqual((await shown(refund)).settled, EUR(0), "24 of 4,425 were earned: the refund is whole");
    await end(won, "won");
    deepEqual([(await transfer(refund)).body.state, (await shown(refund)).settled], ["paid", EUR(0)]);
  });
});

describe("a kindness that waits while a dispute is lost", () => {
  test("is the first that the bank has paid", async () => {
    const plan = await paidPlan(app, dear);
    const kind = { charge: plan.charge, amount: { amount: 20_000, currency: "USD" }, reason: "sorry" };
    const asked = await app.call(MIA, "POST /v1/refunds", kind);
    equal(asked.body.state, "requested");
    await end(await disputed(plan, 23_900, "USD"), "lost");
    const settled = await shown(String(asked.body.id));
    deepEqual([settled.state, settled.means, settled.decidedBy], ["paid", "dispute", "dispute"]);
  });
});

describe("the payee of a refund", () => {
  test("sees where it stands, its days, sum, steps and receipt, and nothing of the office", async () => {
    const { refund } = await waiting(dear);
    const own = await shown(refund, ADA);
    const theirs = await shown(refund);
    deepEqual([own.state, own.amount, own.dueAt], [theirs.state, theirs.amount, theirs.dueAt]);
    deepEqual([own.lines, own.reason], [theirs.lines, "no-longer-wanted"]);
    equal((await decide(MAX, refund, "decline")).status, 200);
    const declined = await shown(refund, ADA);
    deepEqual(
      [declined.decidedBy, declined.decisionReason, declined.failure, declined.postings],
      ["office", "looked at", null, []],
    );
    const { body } = await app.call(ADA, "GET /v1/refunds?limit=200&state=declined");
    equal(
      (body.data as { id: string }[]).some(({ id }) => id === refund),
      true,
    );
    for (const other of ["owner bob@example.com", "owner eve@example.com"] as const) {
      equal((await app.call(other, `GET /v1/refunds/${refund}`)).status, 404);
      deepEqual((await app.call(other, "GET /v1/refunds")).body.data, []);
    }
    equal((await app.call("reseller", `GET /v1/refunds/${refund}`)).status, 403);
    equal((await app.call(ADA, "GET /v1/disputes")).status, 403, "disputes are the office's");
  });

  test("of a kindness sees no word that was written for the office", async () => {
    const plan = await paidPlan(app, union);
    const kind = { charge: plan.charge, amount: EUR(100), reason: "an angry one" };
    const { body } = await app.call(MIA, "POST /v1/refunds", kind);
    const own = await shown(String(body.id), ADA);
    deepEqual([own.reason, own.requestedBy], ["", "office"]);
  });
});

test("and after all that the sweep finds nothing", async () => {
  deepEqual(await violationsIn(app.database), []);
});

const EUR = (amount: number) => ({ amount, currency: "EUR" });
