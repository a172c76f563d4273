import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type PaidPlan, paidPlan } from "../../../test/support/paidPlan.ts";
import { dear, REFUND_TERMS, union } from "../../../test/support/soldPlan2025.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { type Answer, type TestApp, testApp } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { listMail, readPublicId } from "../../platform/index.ts";
import { resolvePayment } from "../resolvePayment.ts";

const ADA = "owner ada@example.com";
const body = { by: "holder", reason: "no-longer-wanted" };

let app: TestApp;
before(async () => {
  const settings = { programmes: REFUND_TERMS };
  app = await testApp({ now: "2025-08-05T12:00:00Z", settings });
});
after(() => app.stop());

const cancel = (plan: PaidPlan, as: Parameters<TestApp["call"]>[0] = ADA, headers = {}): Promise<Answer> =>
  app.call(as, `POST /v1/contracts/${plan.contract}/cancellation`, body, headers);
const decide = (id: string, as: Parameters<TestApp["call"]>[0], decision = "approve"): Promise<Answer> =>
  app.call(as, `POST /v1/refunds/${id}/approval`, { decision, reason: "looked at" });
const refundIn = ({ body: reply }: Answer) => reply.refund as { id: string; state: string };
const seen = async (id: string) => {
  await app.platform.jobs.drained();
  return (await app.call("staff", `GET /v1/refunds/${id}`)).body;
};

/** All that is kept of the money of a plan, of its contract and of its code, as it stands. */
async function keptOf({ orderId, deviceId }: PaidPlan): Promise<unknown> {
  return await ownerQuery(
    app.database as TestDatabase,
    `select (select jsonb_agg(s order by no) from money.sale s where root_id = $1) as sales,
            (select jsonb_agg(to_jsonb(c) - 'version' order by no) from money.charge c
              where root_id = $1) as charges,
            (select count(*) from money.posting where root_id = $1) as postings,
            (select jsonb_agg(r order by no) from money.refund r where root_id = $1) as refunds,
            (select jsonb_agg(to_jsonb(c) - 'version') from contracts.contract c
              where device_id = $2) as contracts`,
    [orderId, deviceId],
  );
}

describe("a refund above the limit", () => {
  test("waits for another person than the one who asked for it, and is paid then", async () => {
    const plan = await paidPlan(app, dear);
    const asked = await cancel(plan, "manager mia@example.com");
    equal(asked.status, 200, JSON.stringify(asked.body));
    const { id, state } = refundIn(asked);
    equal(state, "requested");
    const before = await keptOf(plan);
    const own = await decide(id, "manager mia@example.com");
    deepEqual([own.status, own.body.code], [409, "same_person"]);
    equal((await decide(id, "staff")).status, 403);
    deepEqual(await keptOf(plan), before, "nothing has changed");
    equal((await decide(id, "manager max@example.com")).status, 200);
    const paid = await seen(id);
    deepEqual([paid.state, paid.means], ["paid", "provider"]);
    ok(paid.decidedBy !== paid.requestedBy, "both are kept");
    const again = await decide(id, "manager max@example.com", "decline");
    deepEqual([again.status, again.body.code], [409, "refund_decided"]);
  });

  test("is declined: money, plan and books are what they were before", async () => {
    const plan = await paidPlan(app, dear);
    const before = await keptOf(plan);
    const { id } = refundIn(await cancel(plan));
    equal((await decide(id, "manager", "decline")).status, 200);
    await app.platform.jobs.drained();
    const { sales, charges, contracts } = (before as Record<string, unknown>[])[0] ?? {};
    const now = ((await keptOf(plan)) as Record<string, unknown>[])[0] ?? {};
    deepEqual(withoutVersions(now.sales), withoutVersions(sales));
    deepEqual([now.charges, now.contracts], [charges, contracts]);
    const declined = await seen(id);
    deepEqual([declined.state, declined.decisionReason], ["declined", "looked at"]);
    deepEqual(sumsOf(declined.postings as PostingShown[]), {}, "every posting was taken back");
    equal(refundIn(await cancel(plan)).state, "requested");
    const subjects = (await listMail(app.platform.config.dataFolder)).map(({ subject }) => subject);
    ok(subjects.some((subject) => /was declined/.test(subject)));
    ok(subjects.some((subject) => /We have your notice/.test(subject)));
  });
});

describe("what is asked for twice", () => {
  test("the same key answers the same; another key is told that the contract has ended", async () => {
    const plan = await paidPlan(app, union);
    const key = { "idempotency-key": `twice-${plan.contract}` };
    const first = await cancel(plan, ADA, key);
    equal(refundIn(first).state, "approved", "below the limit nobody else is asked");
    deepEqual(await cancel(plan, ADA, key), first);
    await seen(refundIn(first).id);
    const before = await keptOf(plan);
    const second = await cancel(plan);
    deepEqual([second.status, second.body.code], [409, "contract_cancelled"]);
    deepEqual(await keptOf(plan), before);
  });

  test("of fifteen who want the whole sum back at once, the books hold one", async () => {
    const plan = await paidPlan(app, union);
    const kindness = { charge: plan.charge, amount: { amount: 4425, currency: "EUR" }, reason: "kind" };
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => cancel(plan)),
      ...Array.from({ length: 5 }, () => app.call("staff", "POST /v1/refunds", kindness)),
    ]);
    // A plan whose price was given back out of kindness can still be given up, for nothing.
    const promised = answers.filter(({ status, body: said }) => status < 300 && said.refund !== null);
    equal(promised.length, 1, answers.map(({ body: said }) => said.code).join());
    deepEqual(await violationsIn(app.database as TestDatabase), []);
  });
});

describe("what is not paid back", () => {
  test("more than was captured, another currency, what was never paid: nothing has changed", async () => {
    const plan = await paidPlan(app, union);
    const before = await keptOf(plan);
    const ask = (more: object) =>
      app.call("staff", "POST /v1/refunds", {
        ...{ charge: plan.charge, amount: { amount: 100, currency: "EUR" }, reason: "kind" },
        ...more,
      });
    const above = await ask({ amount: { amount: 4426, currency: "EUR" } });
    deepEqual([above.status, above.body.code], [409, "refund_above_captured"]);
    const nothing = await ask({ amount: { amount: 0, currency: "EUR" } });
    deepEqual([nothing.status, pointersIn(nothing)], [400, ["/amount/amount"]]);
    const other = await ask({ amount: { amount: 100, currency: "USD" } });
    deepEqual([other.status, pointersIn(other)], [400, ["/amount/currency"]]);
    equal((await ask({ charge: `chg_${plan.deviceId}_1` })).status, 404);
    deepEqual(await keptOf(plan), before);
  });

  test("a kindness leaves the plan running; what is paid back later is less by it", async () => {
    const plan = await paidPlan(app, union);
    const kindness = { charge: plan.charge, amount: { amount: 4000, currency: "EUR" }, reason: "sorry" };
    const given = await app.call("staff", "POST /v1/refunds", kindness);
    equal(given.status, 201, JSON.stringify(given.body));
    equal((await app.call(ADA, `GET /v1/contracts/${plan.contract}`)).body.state, "active");
    const ended = await cancel(plan);
    equal(ended.status, 200, JSON.stringify(ended.body));
    deepEqual((ended.body.refund as { amount: object }).amount, { amount: 425, currency: "EUR" });
  });
});

describe("a refund that cannot be paid", () => {
  test("is shown to a person with its reason, and tried again or transferred, once", async () => {
    const plan = await paidPlan(app, { ...union, method: "test_refund_declined" });
    const { id } = refundIn(await cancel(plan));
    const failed = await seen(id);
    deepEqual([failed.state, failed.failure], ["failed", "declined"]);
    const pay = (told: object, as: Parameters<TestApp["call"]>[0] = "manager") =>
      app.call(as, `POST /v1/refunds/${id}/payment`, told);
    equal((await pay({ means: "transfer", reference: "SEPA 1" }, "staff")).status, 403);
    deepEqual(pointersIn(await pay({ means: "transfer" })), ["/reference"]);
    equal((await pay({ means: "provider" })).status, 200);
    equal((await seen(id)).state, "failed", "the card is still closed");
    equal((await pay({ means: "transfer", reference: "SEPA 1" })).status, 200);
    const paid = await seen(id);
    deepEqual([paid.state, paid.means, paid.reference], ["paid", "transfer", "SEPA 1"]);
    deepEqual(sumsOf(paid.postings as PostingShown[]).bank, -4401);
    const again = await pay({ means: "transfer", reference: "SEPA 2" });
    deepEqual([again.status, again.body.code], [409, "refund_not_waiting"]);
  });

  test("goes into the balance of its charge, where money that came too much for it goes too", async () => {
    const plan = await paidPlan(app, { ...union, method: "test_refund_declined" });
    const { id } = refundIn(await cancel(plan));
    equal((await seen(id)).state, "failed");
    const paid = await app.call("manager", `POST /v1/refunds/${id}/payment`, { means: "balance" });
    equal(paid.body.state, "paid", JSON.stringify(paid.body));
    const parties = await ownerQuery(
      app.database as TestDatabase,
      `select distinct party from money.posting
         join money.account on account_id = credit_id and kind = 'payer_balance'
        where root_id = $1`,
      [plan.orderId],
    );
    deepEqual(parties, [{ party: plan.charge }]);
  });

  for (const method of ["test_refund_unknown", "test_refund_pending", "test_refund_unheard"]) {
    test(`${method}: nothing else is tried meanwhile, and it is paid once it is known`, async () => {
      const plan = await paidPlan(app, { ...union, method });
      const { id } = refundIn(await cancel(plan));
      const { rootId = "", no = 0 } = readPublicId("rfd", id) ?? {};
      const key = { rootId, about: "refund", no, attemptNo: 1 } as const;
      // A job that is killed after it called, or before it wrote down what it heard, runs again.
      await Promise.all(Array.from({ length: 5 }, () => resolvePayment.run(app.platform, key)));
      await app.moveTo(app.platform.clock.now().add({ hours: 2 }).toString());
      equal((await seen(id)).state, "paid");
      await resolvePayment.run(app.platform, key);
      const booked = await ownerQuery<{ outcome: string }>(
        app.database as TestDatabase,
        "select outcome from money.test_payment where key like 'rfd_' || $1 || '_%'",
        [rootId],
      );
      deepEqual(booked, [{ outcome: "succeeded" }], "the bank has it once in its books");
      const tries = await ownerQuery(
        app.database as TestDatabase,
        "select 1 from money.attempt where root_id = $1 and about = 'refund' and about_no = $2",
        [rootId, no],
      );
      equal(tries.length, 1);
    });
  }
});

describe("the list of refunds", () => {
  test("is filtered, sorted and paged, and given as CSV", async () => {
    const all = await app.call("staff", "GET /v1/refunds?limit=200&sort=-amount");
    const amounts = (all.body.data as { amount: { amount: number } }[]).map(({ amount }) => amount.amount);
    deepEqual(
      amounts,
      amounts.toSorted((a, b) => b - a),
    );
    const pages: unknown[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const page: Answer = await app.call(
        "staff",
        `GET /v1/refunds?limit=2&sort=-amount${after === "" ? "" : `&after=${after}`}`,
      );
      pages.push(...(page.body.data as unknown[]));
      after = page.body.nextCursor as string | null;
    }
    deepEqual(pages, all.body.data);
    const none = await app.call("staff", "GET /v1/refunds?state=declined&currency=JPY");
    deepEqual(none.body, { data: [], nextCursor: null });
    const due = await app.call("staff", "GET /v1/refunds?sort=dueAt&limit=1");
    equal((await app.call("staff", `GET /v1/refunds?sort=dueAt&after=${due.body.nextCursor}`)).status, 200);
    equal((await app.call("staff", "GET /v1/refunds?after=x")).status, 400);
    const authorization = await app.authorization("staff");
    const csv = await app.http.inject({ url: "/v1/refunds?format=csv", headers: { authorization } });
    match(csv.body, /^id,charge,kind,subject,amount\.amount,amount\.currency,/);
    equal(csv.body.trim().split("\r\n").length, 1 + pages.length);
  });
});

test("and after all that the sweep finds nothing", async () => {
  deepEqual(await violationsIn(app.database as TestDatabase), []);
});

interface PostingShown {
  readonly debit: string;
  readonly credit: string;
  readonly amount: { readonly amount: number };
}

/** What is in each account by these postings; those with nothing in them are left out. */
function sumsOf(postings: readonly PostingShown[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { debit, credit, amount } of postings) {
    sums[debit] = (sums[debit] ?? 0) + amount.amount;
    sums[credit] = (sums[credit] ?? 0) - amount.amount;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

function pointersIn({ body: problem }: Answer): unknown[] {
  return (problem.errors as { pointer: string }[]).map(({ pointer }) => pointer);
}

function withoutVersions(rows: unknown): unknown {
  return (rows as Record<string, unknown>[]).map(({ version: _, ...row }) => row);
}
