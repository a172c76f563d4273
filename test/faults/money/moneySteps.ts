import { deepEqual, equal, ok } from "node:assert/strict";
import { ownerQuery } from "../../support/ownerQuery.ts";
import type { Answer, TestApp } from "../../support/testApp.ts";
import {
  booksOf,
  isDisputed,
  LIMIT_MINOR,
  leftOfPlan,
  type ModelPlan,
  type ModelRefund,
  promisedOf,
} from "./moneyModel.ts";

/** The real thing and what we believe of it. */
export interface MoneyWorld {
  readonly app: TestApp;
  readonly plans: ModelPlan[];
  renewedMinor: number;
  serials: number;
  /** How often each step was taken, and how often it was refused. */
  readonly seen: Map<string, number>;
}

/** Ways to pay, and whether the money is here in the end. */
const METHODS: readonly (readonly [method: string, isPaid: boolean])[] = [
  ...(["success", "pending", "unknown", "unheard", "duplicate_message", "lost_message"] as const).map(
    (name) => [`test_${name}`, true] as const,
  ),
  ...(["late_message", "unordered_messages", "refund_unknown", "refund_unheard"] as const).map(
    (name) => [`test_${name}`, true] as const,
  ),
  ...(["declined", "pending_declined", "unknown_declined", "wrong_amount", "wrong_currency"] as const).map(
    (name) => [`test_${name}`, false] as const,
  ),
];
const SKUS = [
  ["U-3889316", "osmo-action-4", 4_425, "AC4MOD"],
  ["CARE-1Y-MAVIC-PRO", "mavic-pro", 11_900, "MVPMOD"],
] as const;
const ANN = "owner ann@example.com";

type Act = (world: MoneyWorld, n: number) => Promise<string>;

/** Everything that may happen; what it answers is noted. `n` chooses among plans and amounts. */
export const ACTS: Readonly<Record<string, Act>> = {
  async sell({ app, plans }, n) {
    const [method, willBePaid] = METHODS[n % METHODS.length] as (typeof METHODS)[number];
    const [sku, , grossMinor] = SKUS[n % SKUS.length] as (typeof SKUS)[number];
    const placed = await app.call("staff", "POST /v1/orders", {
      lines: [{ sku, quantity: 1 }],
      buyer: { email: "ann@example.com", name: "Ann", country: "DE" },
      delivery: { option: "email" },
    });
    equal(placed.status, 201, JSON.stringify(placed.body));
    const orderId = String(placed.body.id).slice("ord_".length);
    const paid = await app.call("staff", `POST /v1/orders/ord_${orderId}/payment`, { method });
    ok(paid.status < 300, JSON.stringify(paid.body));
    plans.push({
      ...{ orderId, sku, grossMinor, willBePaid, isPaid: false, code: "none", contractId: undefined },
      ...{ isEnded: false, refunds: [], disputes: [] },
    });
    return method;
  },
  async activate(world, n) {
    const plan = world.plans[n % world.plans.length];
    if (plan?.code !== "unused" || isDisputed(plan)) {
      return "skipped";
    }
    const { app } = world;
    const revealed = await app.call(ANN, `POST /v1/orders/ord_${plan.orderId}/codes`);
    equal(revealed.status, 200, JSON.stringify(revealed.body));
    const [sold] = revealed.body.data as { code: string }[];
    const [, model, , start] = SKUS.find(([sku]) => sku === plan.sku) as (typeof SKUS)[number];
    world.serials += 1;
    const activated = await app.call("integrator", "POST /v1/activations", {
      ...{ code: sold?.code, serial: `${start}${String(world.serials).padStart(6, "0")}` },
      device: {
        model,
        region: "EU",
        activatedAt: app.platform.clock.now().subtract({ hours: 1 }).toString(),
      },
      holder: { name: "Ann", email: "ann@example.com" },
    });
    equal(activated.status, 201, JSON.stringify(activated.body));
    plan.code = "used";
    plan.contractId = (activated.body.contract as { id: string }).id;
    return "done";
  },
  async kindness({ app, plans }, n) {
    const plan = plans[n % plans.length];
    if (plan?.isPaid !== true) {
      return "skipped";
    }
    const amount = { amount: 1 + (n % 3_000), currency: "EUR" };
    const charge = `chg_${plan.orderId}_1`;
    const answer = await app.call("staff", "POST /v1/refunds", { charge, amount, reason: "kind" });
    const isAllowed = amount.amount <= leftOfPlan(plan);
    deepEqual(outcome(answer), isAllowed ? [201] : [409, "refund_above_captured"]);
    if (isAllowed) {
      keepRefund(plan, answer.body, "kindness");
    }
    return isAllowed ? "done" : "refused";
  },
  async decide({ app, plans }, n) {
    const open = plans.flatMap((plan) =>
      plan.refunds.filter(({ state }) => state === "requested").map((refund) => ({ plan, refund })),
    );
    const found = open[n % open.length];
    if (found === undefined) {
      return "skipped";
    }
    const { plan, refund } = found;
    const decision = n % 3 === 0 ? "decline" : "approve";
    const route = `POST /v1/refunds/${refund.id}/approval`;
    const decided = await app.call("manager", route, { decision, reason: "looked at" });
    equal(decided.status, 200, JSON.stringify(decided.body));
    refund.state = decision === "approve" ? "agreed" : "declined";
    if (decision === "decline" && refund.kind === "plan") {
      plan.isEnded = false;
      plan.code = plan.code === "returned" ? "unused" : plan.code;
    }
    const again = await app.call("manager", route, { decision, reason: "twice" });
    deepEqual(outcome(again), [409, "refund_decided"]);
    return decision;
  },
  async cancel({ app, plans }, n) {
    const plan = plans[n % plans.length];
    if (plan?.contractId === undefined) {
      return "skipped";
    }
    const told = { by: n % 2 === 0 ? "holder" : "provider", reason: "no-longer-wanted" };
    const answer = await app.call("staff", `POST /v1/contracts/${plan.contractId}/cancellation`, told);
    if (plan.isEnded || isDisputed(plan)) {
      equal(answer.status, 409, JSON.stringify(answer.body));
    } else if (answer.status === 200) {
      plan.isEnded = true;
      keepRefund(plan, answer.body.refund as Answer["body"] | null, "plan");
    }
    return answer.status === 200 ? "done" : String(answer.body.code);
  },
  async giveBack({ app, plans }, n) {
    const plan = plans[n % plans.length];
    if (plan === undefined || plan.code === "none") {
      return "skipped";
    }
    const body = { reason: "device-returned", deviceReturned: true };
    const answer = await app.call("staff", `POST /v1/orders/ord_${plan.orderId}/return`, body);
    const isAllowed = plan.code === "unused" && !isDisputed(plan) && leftOfPlan(plan) > 0;
    equal(answer.status === 200, isAllowed, `${plan.code} ${JSON.stringify(answer.body)}`);
    if (isAllowed) {
      plan.code = "returned";
      keepRefund(plan, answer.body.refund as Answer["body"] | null, "plan");
    }
    return isAllowed ? "done" : String(answer.body.code);
  },
  async dispute({ app, plans }, n) {
    const plan = plans[n % plans.length];
    if (plan?.isPaid !== true || plan.disputes.length > 0 || leftOfPlan(plan) <= 0) {
      return "skipped";
    }
    const amountMinor = leftOfPlan(plan);
    const opened = await app.call("manager", "POST /v1/disputes", {
      ...{ charge: `chg_${plan.orderId}_1`, reason: "not recognised", providerRef: `dp_${plan.orderId}` },
      amount: { amount: amountMinor, currency: "EUR" },
    });
    equal(opened.status, 201, JSON.stringify(opened.body));
    plan.disputes.push({ id: String(opened.body.id), amountMinor, state: "opened" });
    return "done";
  },
  async endDispute({ app, plans }, n) {
    const open = plans.flatMap((plan) =>
      plan.disputes.filter(({ state }) => state === "opened").map((dispute) => ({ plan, dispute })),
    );
    const found = open[n % open.length];
    if (found === undefined) {
      return "skipped";
    }
    const told = n % 2 === 0 ? "won" : "lost";
    const answer = await app.call("manager", `POST /v1/disputes/${found.dispute.id}/outcome`, {
      outcome: told,
    });
    equal(answer.status, 200, JSON.stringify(answer.body));
    found.dispute.state = told;
    if (told === "lost") {
      found.plan.isEnded = true;
      found.plan.code = found.plan.code === "unused" ? "returned" : found.plan.code;
    }
    return told;
  },
  async renew(world, n) {
    const plan = world.plans[n % world.plans.length];
    if (plan?.contractId === undefined) {
      return "skipped";
    }
    const route = `POST /v1/contracts/${plan.contractId}/renewal`;
    const how = { method: "test_success", country: "DE" };
    const answer = await world.app.call("integrator", route, how);
    if (plan.isEnded || isDisputed(plan)) {
      equal(answer.status, 409, JSON.stringify(answer.body));
    }
    if (answer.status === 200) {
      const { amount } = (answer.body.charge as { amount: { amount: number } }).amount;
      world.renewedMinor += amount;
    }
    return answer.status === 200 ? "done" : String(answer.body.code);
  },
  async transfer({ app, plans }, n) {
    const plan = plans[n % plans.length];
    if (plan?.contractId === undefined) {
      return "skipped";
    }
    const to = { name: "Ben", email: "ben@example.com" };
    const answer = await app.call("staff", `POST /v1/contracts/${plan.contractId}/transfer`, { to });
    equal(answer.status < 500, true, JSON.stringify(answer.body));
    return answer.status === 201 ? "done" : String(answer.body.code);
  },
  async monthPasses({ app }, n) {
    await app.moveTo(
      app.platform.clock
        .now()
        .add({ hours: 24 * (1 + (n % 31)) })
        .toString(),
    );
    return "done";
  },
};

function keepRefund(plan: ModelPlan, said: Answer["body"] | null, kind: ModelRefund["kind"]): void {
  if (said === null) {
    return;
  }
  const { id, amount, needsSecondPerson } = said as {
    id: string;
    amount: { amount: number };
    needsSecondPerson: boolean;
  };
  ok(amount.amount > 0 && amount.amount <= leftOfPlan(plan), "no more is promised than is left");
  plan.refunds.push({ id, kind, amountMinor: amount.amount, state: "requested" });
  equal(needsSecondPerson, promisedOf(plan) > LIMIT_MINOR, "above the limit a second person agrees");
  if (!needsSecondPerson) {
    (plan.refunds.at(-1) as ModelRefund).state = "agreed";
  }
}

function outcome({ status, body }: Answer): readonly unknown[] {
  return status < 300 ? [status] : [status, body.code];
}

/** Charges that have been captured meanwhile, as their ways to pay say. */
export async function seePayments({ app, plans }: MoneyWorld): Promise<void> {
  const { rows } = await app.platform.database.pool.query<{ root: string }>(
    "select root_id as root from money.charge where state = 'captured' and purpose = 'order'",
  );
  const captured = new Set(rows.map(({ root }) => root));
  for (const plan of plans) {
    const isPaid = captured.has(plan.orderId);
    ok(!isPaid || plan.willBePaid, "what ends unpaid is never captured");
    ok(isPaid || !plan.isPaid, "what is captured stays so");
    plan.code = isPaid && !plan.isPaid ? "unused" : plan.code;
    plan.isPaid = isPaid;
  }
}

const BOOKS = `
  with side as (
    select debit_id as account_id, amount_minor as minor from money.posting
    union all select credit_id, -amount_minor from money.posting
  ), held as (
    select kind, sum(minor)::integer as minor from side join money.account using (account_id) group by kind
  )
  select coalesce(sum(minor) filter (where kind = 'clearing'), 0)::integer as clearing,
         coalesce(sum(minor) filter (where kind = 'disputed'), 0)::integer as disputed,
         coalesce(-sum(minor) filter (where kind = 'refunds_payable'), 0)::integer as "refundsPayable",
         coalesce(-sum(minor) filter (where kind in ('deferred_revenue', 'earned_revenue', 'tax_payable',
                'goodwill', 'penalties', 'provider_costs')), 0)::integer as kept
    from held`;

/** Plans whose row is not sold = deferred + earned + refunded by its own postings. */
const UNTIED = `
  select sale.root_id, sale.no
    from money.sale
    left join lateral (
      select coalesce(sum(p.amount_minor) filter (where c.kind = 'deferred_revenue'), 0)
             - coalesce(sum(p.amount_minor) filter (where d.kind = 'deferred_revenue'), 0) as deferred,
             coalesce(sum(p.amount_minor) filter (where c.kind = 'earned_revenue'), 0)
             - coalesce(sum(p.amount_minor) filter (where d.kind = 'earned_revenue'), 0) as earned
        from money.posting as p
        join money.account as d on d.account_id = p.debit_id
        join money.account as c on c.account_id = p.credit_id
       where p.root_id = sale.root_id and p.charge_no = sale.charge_no
    ) as posted on true
   where net_minor <> deferred_minor + earned_minor + refunded_minor
      or posted.deferred <> deferred_minor or posted.earned <> earned_minor`;

/** Holds the books to the model. */
export async function compareBooks({ app, plans, renewedMinor }: MoneyWorld): Promise<void> {
  const [books] = await ownerQuery(app.database, BOOKS);
  deepEqual({ ...books }, booksOf(plans, renewedMinor));
  deepEqual(await ownerQuery(app.database, UNTIED), []);
}
