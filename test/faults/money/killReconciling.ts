import { equal, fail } from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { invariantSweep } from "../../support/invariantSweep.ts";
import { ownerQuery } from "../../support/ownerQuery.ts";
import { type TestApp, testApp } from "../../support/testApp.ts";
import { type ServedMoney, serveMoney } from "./servedMoney.ts";

/**
 * Between reading their books, keeping what was read, and keeping what was found; for the first and for the
 * second of the two parties of a night, whichever comes when.
 */
const POINTS = ["fetched:1", "kept:2", "compared:1", "fetched:2", "kept:1", "compared:2"] as const;
const LOOKS = 3_000;
const BETWEEN_LOOKS_MS = 20;
/** What the bank took and nobody here knows of. */
const STRAY_MINOR = 700;

/** What stands after every night was killed once and taken up again. */
export interface ReconcilingKilled {
  readonly kills: number;
  /** Nights that did not end, lines not kept once, fees not posted once, and a time without payments. */
  readonly wrong: readonly object[];
  readonly differences: readonly string[];
  readonly untied: readonly object[];
  readonly violations: readonly object[];
  /** Whether a fee too many, put there at the end, was found. */
  readonly findsPlanted: boolean;
}

/** Kills the night at each point, each night another; one payment a day, each with its fee. */
export async function killReconciling(): Promise<ReconcilingKilled> {
  const app = await testApp({ now: "2026-06-01T10:00:00Z" });
  const tariff = { kind: "provider", party: "test", currency: "EUR", from: "2026-01-01", basisPoints: 100 };
  equal((await app.call("manager", "POST /v1/tariffs", tariff)).status, 201);
  await app.call("manager", "GET /v1/status");
  await app.authorization("reseller");
  await app.platform.jobs.drained();
  await app.platform.jobs.stop();
  let server = await serveMoney(app);
  for (const [index, point] of POINTS.entries()) {
    await payOrder(app, server);
    await ownerQuery(app.database, index === 0 ? `${FEES}; ${STRAY}` : FEES);
    await server.stop();
    const doomed = await serveMoney(app, { point: `reconcile_${point}` });
    const night = `2026-06-0${index + 2}`;
    await doomed.call("manager", "POST /v1/test-clock", { now: `${night}T03:00:00Z` });
    equal(await doomed.died(), "SIGKILL", `it came to ${point}`);
    server = await serveMoney(app);
    const moved = await server.call("manager", "POST /v1/test-clock", { now: `${night}T04:00:00Z` });
    equal(moved?.status, 200, JSON.stringify(moved?.body));
    await isReconciled(app, night);
  }
  const ties = await server.call("manager", "GET /v1/ties?onlyBroken=true");
  await server.stop();
  const differences = await ownerQuery<{ cause: string }>(app.database, OPEN);
  const wrong = await ownerQuery(app.database, WRONG);
  const violations = await invariantSweep(app.database);
  await ownerQuery(app.database, PLANTED);
  const found = await ownerQuery(app.database, WRONG);
  return {
    ...{ kills: POINTS.length, wrong, violations, findsPlanted: found.length > wrong.length },
    differences: differences.map(({ cause }) => cause),
    untied: ((ties?.body.data ?? []) as { what: string; left: number; right: number }[]).map(
      ({ what, left, right }) => ({ what, gap: left - right }),
    ),
  };
}

/** What the sums say of a payment that nobody here knows of. */
export const STRAY_TIE = { what: "clearing", gap: STRAY_MINOR };

async function payOrder(app: TestApp, server: ServedMoney): Promise<void> {
  const placed = await server.call("reseller", "POST /v1/orders", {
    lines: [{ sku: "U-3889316", quantity: 1 }],
    buyer: { email: "shop@example.org", name: "A shop", country: "EE" },
    delivery: { option: "email" },
  });
  equal(placed?.status, 201, JSON.stringify(placed?.body));
  const route = `POST /v1/orders/${placed?.body.id}/payment`;
  const paid = await server.call("reseller", route, { method: "test_success" });
  equal(paid?.status, 200, JSON.stringify(paid?.body));
  await comesTrue(app, "select from money.charge where 'ord_' || root_id = $1 and state = 'captured'", [
    placed?.body.id,
  ]);
}

async function isReconciled(app: TestApp, night: string): Promise<void> {
  await comesTrue(
    app,
    `select from money.reconciliation where night_on = $1 and state = 'done'
      group by night_on having count(*) = 2`,
    [night],
  );
}

async function comesTrue({ platform }: TestApp, text: string, values: unknown[]): Promise<void> {
  for (let looks = 0; ; looks += 1) {
    const { rows } = await platform.database.pool.query(text, values);
    if (rows.length > 0) {
      return;
    }
    if (looks === LOOKS) {
      const stands = JSON.stringify((await platform.database.pool.query(STANDS)).rows);
      fail(`it never came true of ${values.join()}: ${text}\n${stands}`);
    }
    await setTimeout(BETWEEN_LOOKS_MS);
  }
}

const FEES = "update money.test_payment set fee_minor = (amount_minor + 50) / 100 where fee_minor = 0";

const STRAY = `
  insert into money.test_payment
    (key, provider_ref, about, method, amount_minor, currency, outcome, created_at)
  values ('chg_nobody_1_1', 'test_stray', 'charge', 'test_success', ${STRAY_MINOR}, 'EUR', 'succeeded',
          '2026-06-01T11:00:00Z')`;

/** Why nothing goes on: tries that are open, work that is not done, and what stops all payments. */
const STANDS = `
  select 'attempt' as what, key as name, state || ', asked ' || asks as said from money.attempt
   where state in ('pending', 'unknown')
  union all
  select 'job', name, state || ', failed ' || retry_count from pgboss.job
   where state not in ('completed', 'cancelled') and name not like '\\_\\_pgboss%'
  union all
  select 'mode', started_by, reason from money.reconcile_mode where ended_at is null`;

const OPEN = "select cause from money.difference where state = 'open' order by cause";

const WRONG = `
  select 'mode' as what, started_by as name, reason as said from money.reconcile_mode
  union all
  select 'run', night_on::text, state from money.reconciliation
   where night_on >= '2026-06-02' and (state <> 'done' or matched <> theirs - (kind = 'provider')::integer)
     and kind = 'provider'
  union all
  select 'line', coalesce(b.provider_ref, l.reference), count(l.line_id)::text
    from (select * from money.test_payment where outcome = 'succeeded') as b
    full join (select * from money.report_line where party = 'test') as l on l.reference = b.provider_ref
   group by 2 having count(l.line_id) <> 1 or count(b.key) <> 1
  union all
  select 'fee', l.reference, coalesce(sum(p.amount_minor), 0)::text
    from money.report_line as l
    left join money.posting as p on p.root_id = l.line_id and p.source like 'report_line/fee%'
   where l.party = 'test'
   group by l.line_id, l.reference, l.fee_minor
  having coalesce(sum(p.amount_minor), 0) <> case l.reference when 'test_stray' then 0 else l.fee_minor end`;

/** The control: one fee is in the ledger once more, under another name. */
const PLANTED = `
  insert into money.posting (root_id, no, source, part, at, debit_id, credit_id, amount_minor, currency)
  select root_id, 1000000, source || '/again', part, at, debit_id, credit_id, amount_minor, currency
    from money.posting where source = 'report_line/fee' limit 1`;
