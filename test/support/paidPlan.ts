import assert from "node:assert/strict";
import { contractId, type Purchase } from "../../src/contracts/index.ts";
import { createPerson } from "../../src/identity/index.ts";
import { beginEarning, createCharge, startPayment } from "../../src/money/index.ts";
import { lockRoot, newId, systemCaller, transact } from "../../src/platform/index.ts";
import { ownerQuery } from "./ownerQuery.ts";
import type { TestApp } from "./testApp.ts";
import type { TestDatabase } from "./testDatabase.ts";

/** A plan as it was sold once: what for, when, for how much. */
export interface SoldOnce {
  readonly programme: string;
  readonly version: string;
  readonly product: string;
  readonly model: string;
  readonly region: string;
  readonly zone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly concludedAt: string;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly currency: string;
  readonly purchase?: Partial<Purchase>;
  /** How it is paid; the test bank's plain success unless said. */
  readonly method?: string;
}

/** Where it is: public ids, and the bare ones of its roots. */
export interface PaidPlan {
  readonly contract: string;
  readonly deviceId: string;
  readonly orderId: string;
  readonly charge: string;
}

const PURCHASE: Purchase = {
  ...{
    channel: "distance",
    country: null,
    state: null,
    kind: "consumer",
    informed: true,
    expressRequest: true,
  },
};

let serials = 0;

/**
 * A running contract of any published terms, paid for at the test clock's time by a charge of an order.
 * Orders, devices and contracts are written down as they would be; the money goes its own way.
 */
export async function paidPlan(app: TestApp, sold: SoldOnce): Promise<PaidPlan> {
  const { platform } = app;
  const database = app.database as TestDatabase;
  const at = platform.clock.now();
  const [orderId, deviceId] = [newId(at), newId(at)];
  const { programme, region, currency, netMinor, taxMinor } = sold;
  await ownerQuery(
    database,
    `insert into commerce.order (order_id, buyer_id, placed_by, country, programme, region, currency,
      net_minor, gross_minor,
                                 delivery, promised_on, state, placed_at, paid_at, delivered_at)
     values ($1, $6, 'test', 'PL', $2, $3, $4, $7::bigint, $7::bigint + $8::bigint, 'email',
       $5::timestamptz::date,
             'delivered', $5, $5, $5)`,
    [orderId, programme, region, currency, at.toString(), await person(app), netMinor, taxMinor],
  );
  const charge = await transact(platform, systemCaller, async (tx) => {
    await lockRoot(tx, orderId);
    const taxKind = taxMinor === 0 ? "none" : "vat";
    const plan = { kind: "plan", programme, region, plan: sold.product, quantity: 1 } as const;
    const made = await createCharge(tx, orderId, {
      purpose: "order",
      amount: { amount: netMinor + taxMinor, currency },
      lines: [{ ...plan, netMinor, taxMinor, taxKind }],
    });
    const started = await startPayment(tx, made, sold.method ?? "test_success");
    assert(started.accepted !== undefined);
    return started.accepted;
  });
  await platform.jobs.drained();
  await concluded(app, deviceId, sold);
  const contract = contractId({ deviceId, no: 1 });
  await redeemed(app, orderId, deviceId, sold);
  await transact(platform, systemCaller, async (tx) => {
    await lockRoot(tx, deviceId);
    tx.record(deviceId, [{ type: "ContractActivated", contractNo: 1, product: sold.product }]);
    await beginEarning(
      tx,
      { rootId: orderId, saleNo: 1 },
      {
        contractId: contract,
        startsAt: Temporal.Instant.from(sold.startsAt),
        endsAt: Temporal.Instant.from(sold.endsAt),
      },
    );
  });
  return { contract, deviceId, orderId, charge: charge.id };
}

async function concluded(app: TestApp, deviceId: string, sold: SoldOnce): Promise<void> {
  const { programme, version, product, model, region, zone, currency, startsAt, endsAt, concludedAt } = sold;
  serials += 1;
  const serial = `PAID${String(serials).padStart(8, "0")}`;
  const database = app.database as TestDatabase;
  await ownerQuery(
    database,
    `with device as (
       insert into contracts.device (device_id, serial, model, series, device_group, region, activation,
         created_at)
       values ($1, $2, $3, 'none', 'none', $4, 'never', $5)
     ), unit as (
       insert into contracts.unit (device_id, no, serial, from_at, reason) values ($1, 1, $2, $5, 'first')
     )
     insert into contracts.serial_index (serial, device_id) values ($2, $1)`,
    [deviceId, serial, model, region, concludedAt],
  );
  await ownerQuery(
    database,
    `insert into contracts.contract (device_id, no, programme, terms_version, product, region, zone,
      currency, holder_id, state,
                                     starts_at, ends_at, code_digest, receipt, concluded_at, purchase)
     values ($1::text, 1, $2, $3, $4, $5, $6, $7, $8, 'active', $9, $10, sha256(convert_to($1::text,
       'UTF8')), '{}', $11, $12)`,
    [
      ...[deviceId, programme, version, product, region, zone, currency, await person(app)],
      ...[startsAt, endsAt, concludedAt, JSON.stringify({ ...PURCHASE, ...sold.purchase })],
    ],
  );
}

/** The line of the order, and the code that became the contract. */
async function redeemed(app: TestApp, orderId: string, deviceId: string, sold: SoldOnce): Promise<void> {
  const { programme, product, model, region, netMinor, taxMinor } = sold;
  const at = app.platform.clock.now().toString();
  await ownerQuery(
    app.database as TestDatabase,
    `with line as (
       insert into commerce.order_line (order_id, no, sku, name, plan, models, quantity, unit_net_minor,
         unit_gross_minor)
       values ($1, 1, 'sku', 'plan', $2, array[$3::text], 1, $7::bigint, $7::bigint + $8::bigint))
     insert into contracts.code (code_digest, pepper_version, last4, programme, plan, sku, models,
       region, state, order_id,
                                 line_no, sold_at, delivered_at, redeemed_by, redeemed_at, sale_no)
     values (sha256(convert_to($6::text, 'UTF8')), 1, 'TEST', $4, $2, 'sku', array[$3::text], $5,
       'redeemed', $1, 1, $9, $9,
             'ctr_' || $6::text || '_1', $9, 1)`,
    [orderId, product, model, programme, region, deviceId, netMinor, taxMinor, at],
  );
}

/** Somebody with an address: ada@example.com. */
async function person(app: TestApp): Promise<string> {
  return await transact(app.platform, systemCaller, (tx) =>
    createPerson(tx, { name: "Ada", email: "ada@example.com" }),
  );
}
