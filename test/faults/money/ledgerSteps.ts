import { deepEqual, equal, ok } from "node:assert/strict";
import {
  beginEarning,
  bookLostDispute,
  createCharge,
  holdOf,
  isFinal,
  money,
  startPayment,
  tellHold,
  wantHold,
} from "../../../src/money/index.ts";
import {
  advanceTestClock,
  type Caller,
  lockRoot,
  newId,
  type Platform,
  perform,
  systemCaller,
  type TestClock,
  transact,
} from "../../../src/platform/index.ts";
import { feeLines, planLines } from "../../support/chargeLines.ts";
import { ownerQuery } from "../../support/ownerQuery.ts";
import { HEADERS } from "../../support/reportWorld.ts";
import {
  type Balances,
  balancesOf,
  type LedgerModel,
  leftOf,
  type PaidThing,
  promisedOf,
} from "./ledgerModel.ts";

/** The real thing. */
export interface LedgerWorld {
  readonly platform: Platform;
  readonly database: { readonly address: object };
}

type Step = (world: LedgerWorld, model: LedgerModel, n: number) => Promise<string>;

/** Currencies with two, no and three decimals, and up to how much one person pays back. */
export const LIMITS = "20.00 EUR, 2000 JPY, 2.000 BHD";
const CURRENCIES = [
  ["EUR", 2],
  ["JPY", 0],
  ["BHD", 3],
] as const;
const LIMIT_MINOR = 2_000;
const HOLD_HOURS = 24 * 7;
const mia: Caller = { role: "manager", id: "mia" };
const max: Caller = { role: "manager", id: "max" };

/** Everything that may happen to the books; it answers with what came of it. `n` chooses. */
export const LEDGER_STEPS: Readonly<Record<string, Step>> = {
  sellPlan: (world, model, n) => pay(world, model, "plan", n),
  payFee: (world, model, n) => pay(world, model, "fee", n),
  async begin({ platform }, model, n) {
    const plan = pick(model.paid, n, ({ kind, period, dispute }) => {
      return kind === "plan" && period === undefined && dispute?.state !== "lost";
    });
    if (plan === undefined) {
      return "skipped";
    }
    const startsAt = platform.clock.now();
    plan.period = { startsAt, endsAt: startsAt.add({ hours: 24 * (20 + (n % 500)) }) };
    const period = { ...plan.period, contractId: `ctr_${plan.rootId}_1` };
    await transact(platform, systemCaller, (tx) =>
      beginEarning(tx, { rootId: plan.rootId, saleNo: 1 }, period),
    );
    return "done";
  },
  async timePasses({ platform }, _, n) {
    const to = platform.clock.now().add({ hours: 24 * (1 + (n % 45)) });
    await advanceTestClock(platform, platform.clock as TestClock, to);
    return "done";
  },
  async refund(world, model, n) {
    const thing = pick(model.paid, n, (one) => leftOf(one) > 0);
    if (thing === undefined) {
      return "skipped";
    }
    const amountMinor = 1 + (n % leftOf(thing));
    const amount = { amount: amountMinor, currency: thing.currency };
    const asked = { charge: chargeOf(thing), amount, reason: "kind" };
    const tooMuch = { ...amount, amount: leftOf(thing) + 1 };
    equal(
      await codeOf(world, mia, "POST /v1/refunds", { ...asked, amount: tooMuch }),
      "refund_above_captured",
    );
    const { id } = await done(world, mia, "POST /v1/refunds", asked);
    const isAsked = promisedOf(thing) + amountMinor > LIMIT_MINOR;
    thing.refunds.push({ id: String(id), amountMinor, state: isAsked ? "asked" : "paid" });
    return isAsked ? "asked" : "paid";
  },
  async decide(world, model, n) {
    const thing = pick(model.paid, n, ({ refunds }) => refunds.some(({ state }) => state === "asked"));
    const refund = thing?.refunds.find(({ state }) => state === "asked");
    if (refund === undefined) {
      return "skipped";
    }
    const decision = n % 3 === 0 ? "decline" : "approve";
    const told = { id: refund.id, decision, reason: "looked at" };
    equal(await codeOf(world, mia, "POST /v1/refunds/{id}/approval", told), "same_person");
    await done(world, max, "POST /v1/refunds/{id}/approval", told);
    refund.state = decision === "approve" ? "paid" : "declined";
    return decision;
  },
  async dispute(world, model, n) {
    const thing = pick(model.paid, n, (one) => one.dispute === undefined && leftOf(one) > 0);
    if (thing === undefined) {
      return "skipped";
    }
    const amountMinor = leftOf(thing);
    const amount = { amount: amountMinor, currency: thing.currency };
    const told = { charge: chargeOf(thing), amount, reason: "unknown", providerRef: `dp_${thing.rootId}` };
    const { id } = await done(world, mia, "POST /v1/disputes", told);
    thing.dispute = { id: String(id), amountMinor, state: "opened" };
    return "done";
  },
  async endDispute(world, model, n) {
    const thing = pick(model.paid, n, ({ dispute }) => dispute?.state === "opened");
    if (thing?.dispute === undefined) {
      return "skipped";
    }
    // What a lost dispute does beside refunds is another property: in any order, no more than was captured.
    const outcome = n % 2 === 0 && promisedOf(thing) === 0 ? "lost" : "won";
    await done(world, mia, "POST /v1/disputes/{id}/outcome", { id: thing.dispute.id, outcome });
    if (outcome === "lost") {
      // As whoever owns plans does when it hears of it.
      await transact(world.platform, systemCaller, async (tx) => {
        await lockRoot(tx, thing.rootId);
        await bookLostDispute(tx, { rootId: thing.rootId, no: 1 });
      });
    }
    thing.dispute.state = outcome;
    return outcome;
  },
  async payout(world, model, n) {
    const [currency, decimals] = CURRENCIES[n % CURRENCIES.length] as (typeof CURRENCIES)[number];
    const clearing = balancesOf(model, world.platform.clock.now())[`${currency} clearing`] ?? 0;
    if (clearing <= 0) {
      return "skipped";
    }
    const amountMinor = 1 + (n % clearing);
    const name = `PO-${model.payouts.length + 1}`;
    const day = world.platform.clock.now().toString().slice(0, 10);
    const figure = (amountMinor / 10 ** decimals).toFixed(decimals);
    const days = { from: day, to: day };
    const there = `${HEADERS.provider}\n${name},payout,${day},${figure},${currency},${name},,,,`;
    const here = `${HEADERS.bank}\nB-${name},credit,${day},${figure},${currency},PAYOUT ${name} CARE`;
    for (const sent of [
      { kind: "provider", party: "test", csv: there },
      { kind: "bank", party: "house", csv: here },
    ]) {
      await done(world, mia, "POST /v1/reports", { ...sent, ...days });
      await done(world, mia, "POST /v1/reports", { ...sent, ...days });
    }
    model.payouts.push({ currency, amountMinor });
    return "done";
  },
  async hold({ platform }, model, n) {
    const rootId = newId(platform.clock.now());
    const amount = { amount: 1 + (n % 50_000), currency: "EUR" };
    const wanted = { subjectNo: 1, programme: "care", region: "EU", amount, method: "test_success" };
    await transact(platform, systemCaller, (tx) => wantHold(tx, rootId, wanted));
    await platform.jobs.drained();
    const comesBack = n % 3 === 0;
    await transact(platform, systemCaller, async (tx) => {
      await lockRoot(tx, rootId);
      const hold = await holdOf(tx, rootId, 1);
      if (hold !== undefined && !isFinal(hold.state)) {
        const dueAt = tx.at.add({ hours: HOLD_HOURS });
        const times = { isNeeded: true, dueAt, remindAt: tx.at.add({ hours: 72 }) } as const;
        await tellHold(tx, hold, comesBack ? { ...times, answer: "release" } : times);
      }
    });
    model.held.push({ rootId, currency: "EUR", amountMinor: amount.amount, isCaptured: false });
    return comesBack ? "comes back" : "stays out";
  },
};

async function pay(
  { platform }: LedgerWorld,
  model: LedgerModel,
  kind: PaidThing["kind"],
  n: number,
): Promise<string> {
  const [currency] = CURRENCIES[n % CURRENCIES.length] as (typeof CURRENCIES)[number];
  const rootId = newId(platform.clock.now());
  const netMinor = 1 + (n % 9_973);
  const taxMinor = kind === "plan" ? Math.floor(netMinor * 0.22) : 0;
  const lines = kind === "plan" ? planLines(1, netMinor, taxMinor) : feeLines(netMinor);
  const amount = { amount: netMinor + taxMinor, currency };
  await transact(platform, systemCaller, async (tx) => {
    const purpose = kind === "plan" ? ({ purpose: "order" } as const) : FEE;
    const charge = await createCharge(tx, rootId, { ...purpose, amount, lines });
    await startPayment(tx, charge, "test_success");
  });
  model.paid.push({ ...{ rootId, currency, kind, netMinor, taxMinor }, refunds: [] });
  return currency;
}

const FEE = { purpose: "claim_fee", subjectNo: 1 } as const;
const chargeOf = ({ rootId }: PaidThing): string => `chg_${rootId}_1`;

function pick<Value>(all: readonly Value[], n: number, isFit: (one: Value) => boolean): Value | undefined {
  const fitting = all.filter(isFit);
  return fitting[n % Math.max(1, fitting.length)];
}

async function told({ platform }: LedgerWorld, as: Caller, route: string, command: object) {
  const act = money.routes.find((one) => one.route === route);
  if (act === undefined || act.kind === "read") {
    throw new Error(`${route} is no act`);
  }
  return await perform(platform, as, act, command as never);
}

async function done(world: LedgerWorld, as: Caller, route: string, command: object) {
  const { reply, refused } = await told(world, as, route, command);
  equal(refused, undefined, `${route}: ${JSON.stringify(refused)}`);
  return reply as Record<string, unknown>;
}

async function codeOf(world: LedgerWorld, as: Caller, route: string, command: object) {
  return (await told(world, as, route, command)).refused?.code;
}

const BALANCES = `
  with side as (
    select debit_id as account_id, amount_minor as minor from money.posting
    union all select credit_id, -amount_minor from money.posting
  ), held as (select account_id, sum(minor) as minor from side group by account_id),
  months as (
    select account_id, sum(debit_minor - credit_minor) as minor from money.account_month group by account_id
  )
  select currency || ' ' || kind as name, sum(held.minor)::float8 as minor,
         sum(months.minor)::float8 as months
    from money.account join held using (account_id) full join months using (account_id)
   group by currency, kind
  having sum(held.minor) <> 0 or sum(months.minor) <> 0
   order by 1`;

/** What kindness cost us and what it took off the state's part are one, to the unit. */
function together(balances: Balances): Balances {
  const merged: Record<string, number> = {};
  for (const [name, minor] of Object.entries(balances)) {
    const to = name.replace(/ (goodwill|tax_payable)$/, " goodwill and tax");
    merged[to] = (merged[to] ?? 0) + minor;
  }
  return Object.fromEntries(
    Object.entries(merged)
      .map(([name, minor]) => [name, Math.round(minor)] as const)
      .filter(([, minor]) => minor !== 0),
  );
}

/** Holds the books to the model, by postings and by months; each currency comes to nothing. */
export async function compareBalances(
  { platform, database }: LedgerWorld,
  model: LedgerModel,
): Promise<void> {
  const captured = await ownerQuery<{ root: string }>(
    database,
    "select root_id as root from money.hold where state = 'captured'",
  );
  for (const held of model.held) {
    held.isCaptured = captured.some(({ root }) => root === held.rootId);
  }
  const rows = await ownerQuery<{ name: string; minor: number; months: number }>(database, BALANCES);
  const expected = balancesOf(model, platform.clock.now());
  const [postings, months] = [
    Object.fromEntries(rows.map(({ name, minor }) => [name, minor])),
    Object.fromEntries(rows.map((row) => [row.name, row.months])),
  ];
  deepEqual(postings, months);
  deepEqual(together(postings), together(expected));
  for (const [currency] of CURRENCIES) {
    const [tax = 0, due = 0] = [postings, expected].map((all) => -(all[`${currency} tax_payable`] ?? 0));
    const refunds = model.paid.filter((one) => one.currency === currency).flatMap((one) => one.refunds);
    ok(Math.abs(tax - due) <= refunds.length, `the tax of kindness rounds to a unit each: ${tax}, ${due}`);
  }
  for (const [currency] of CURRENCIES) {
    const own = Object.entries(expected).filter(([name]) => name.startsWith(currency));
    equal(Math.abs(Math.round(own.reduce((total, [, minor]) => total + minor, 0))), 0);
  }
}
