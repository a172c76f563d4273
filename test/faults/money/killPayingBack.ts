import { equal } from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { advanceDesk } from "../../support/advanceDesk.ts";
import { invariantSweep } from "../../support/invariantSweep.ts";
import { ownerQuery } from "../../support/ownerQuery.ts";
import { gapsToBank } from "./bankBooks.ts";
import { serveMoney } from "./servedMoney.ts";

const LOOKS = 1_500;
const BETWEEN_LOOKS_MS = 20;
/** Between deciding and having it in the books: a hold and a balance in turns. */
const POINTS = ["called", "call_noted", "saved", "recorded"];

/** What is left of each refund after its kill, and whether the books and the bank are at one. */
export interface PaidBack {
  readonly refunds: readonly { kind: string; atBank: number; told: number; posted: number }[];
  readonly gaps: readonly object[];
  readonly violations: readonly object[];
}

/**
 * Kills a server at each point while a hold that was captured, or a payer's balance, goes back to its card;
 * another one makes it good, as it would pass the next point on the way.
 */
export async function killPayingBack(): Promise<PaidBack> {
  const desk = await advanceDesk();
  const { app } = desk;
  const claims = [await desk.shipped(), await desk.shipped()];
  const balances = [await balance(app), await balance(app)];
  await desk.days(19);
  const holds: string[] = [];
  for (const { id } of claims) {
    const { rootId, no, state } = await desk.hold(id);
    equal(state, "captured");
    holds.push(`hld_${rootId}_${no}`);
  }
  await app.platform.jobs.drained();
  await app.platform.jobs.stop();
  const asks = POINTS.map((_, index): [route: string, body: object] =>
    index % 2 === 0
      ? [`POST /v1/holds/${holds[index / 2]}/refund`, { amount: 9_000, reason: "it had come" }]
      : [
          `POST /v1/payer-balances/${balances[(index - 1) / 2]}/payout`,
          { amount: 900, currency: "EUR", means: "provider", reason: "asked for" },
        ],
  );
  for (const [index, [route, body]] of asks.entries()) {
    const dies = await serveMoney(app, { point: `refund_${POINTS[index]}:1` });
    const told = await dies.call("manager", route, body);
    equal(told === undefined || told.status === 201, true, JSON.stringify(told?.body));
    equal(await dies.died(), "SIGKILL", `it came to refund_${POINTS[index]}`);
    const lives = await serveMoney(app);
    await allPaid(app.database, index + 1);
    await lives.stop();
  }
  const rows = await ownerQuery<{ kind: string; atBank: number; told: number; posted: number }>(
    app.database,
    `select kind, (select count(*)::integer from money.test_payment
                    where starts_with(key, 'rfd_' || root_id || '_' || no || '_') and outcome = 'succeeded')
                    as "atBank",
            (select count(*)::integer from platform.event as e
              where e.root_id = refund.root_id and e.type = 'RefundPaid'
                and (e.body ->> 'refundNo')::integer = refund.no) as told,
            (select count(*)::integer from money.posting as p
              where p.root_id = refund.root_id and p.source = 'refund/' || refund.no || '/paid') as posted
       from money.refund where kind in ('hold', 'balance') order by kind`,
  );
  return {
    refunds: rows.map((row) => ({ ...row })),
    gaps: await gapsToBank(app.database),
    violations: await invariantSweep(app.database),
  };
}

type App = Awaited<ReturnType<typeof advanceDesk>>["app"];

/** An order whose refund its card would not take, so that it went into the balance; now the card takes it. */
async function balance(app: App): Promise<string> {
  const order = await app.call("reseller", "POST /v1/orders", {
    lines: [{ sku: "U-3889316", quantity: 1 }],
    buyer: { email: "shop@example.org", name: "A shop", country: "EE" },
    delivery: { option: "email" },
  });
  const orderId = String(order.body.id).slice("ord_".length);
  const paying = `POST /v1/orders/ord_${orderId}/payment`;
  equal((await app.call("reseller", paying, { method: "test_refund_declined" })).status, 200);
  await app.platform.jobs.drained();
  const charge = `chg_${orderId}_1`;
  const asked = await app.call("staff", "POST /v1/refunds", {
    ...{ charge, amount: { amount: 900, currency: "EUR" }, reason: "kind" },
  });
  await app.platform.jobs.drained();
  const put = await app.call("manager", `POST /v1/refunds/${asked.body.id}/payment`, { means: "balance" });
  equal(put.body.state, "paid", JSON.stringify(put.body));
  await ownerQuery(
    app.database,
    "update money.attempt set method = 'test_success' where root_id = $1 and about = 'charge'",
    [orderId],
  );
  return charge;
}

/** Waits until so many are paid. */
async function allPaid(database: App["database"], count: number): Promise<void> {
  const paid = async () => {
    const [row] = await ownerQuery<{ paid: number }>(
      database,
      `select count(*)::integer as paid from money.refund
        where kind in ('hold', 'balance') and state = 'paid'`,
    );
    return row?.paid;
  };
  for (let looks = 0; (await paid()) !== count; looks += 1) {
    equal(looks < LOOKS, true, `${await paid()} of ${count} are paid`);
    await setTimeout(BETWEEN_LOOKS_MS);
  }
}
