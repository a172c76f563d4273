import { readFile } from "node:fs/promises";
import { catalogue, loadSeed, planProductOf, publishProgrammes } from "../../src/catalogue/index.ts";
import { contracts, mintCodes, openCodesOf } from "../../src/contracts/index.ts";
import { permits } from "../../src/identity/index.ts";
import { createCharge, money } from "../../src/money/index.ts";
import {
  advanceTestClock,
  type Caller,
  type Module,
  newId,
  type Platform,
  systemCaller,
  transact,
} from "../../src/platform/index.ts";
import { ownerQuery } from "./ownerQuery.ts";
import type { TestDatabase } from "./testDatabase.ts";
import { testPlatform } from "./testPlatform.ts";

/** A platform that sells the reference programme, on a test clock. */
export interface PlanShop {
  readonly platform: Platform;
  readonly database: TestDatabase;
  /** Sells codes of a SKU: a delivered order, and the codes in clear. */
  sell(sku: string, count: number, region?: string): Promise<string[]>;
  /** Sets the test clock without running what is due. */
  setTime(at: string): Promise<void>;
  /** Moves the test clock, with all that falls due on the way. */
  moveTime(to: string): Promise<void>;
  /** The violations of every invariant. */
  violations(): Promise<object[]>;
  /** Stops it before the test file ends, where many follow one another. */
  stop(): Promise<void>;
}

/** A caller with a key of its own, so that nobody's wrong tries count against another. */
export function integrator(name: string): Caller {
  return { role: "integrator", id: `key:${name}` };
}

/** Opens the shop on a database of its own; `more` are modules to the right that a test needs. */
export async function planShop(
  more: readonly Module[] = [],
  options: { readonly poolSize?: number } = {},
): Promise<PlanShop> {
  const modules = [catalogue, money, contracts, ...more];
  const { platform, database, stop } = await testPlatform(modules, { clock: "test", permits, ...options });
  await loadSeed(platform);
  await publishProgrammes(platform);
  const setTime = async (at: string) => {
    if ("set" in platform.clock) {
      await platform.clock.set(platform.database.pool, Temporal.Instant.from(at));
    }
  };
  const moveTime = async (to: string) => {
    if ("set" in platform.clock) {
      await advanceTestClock(platform, platform.clock, Temporal.Instant.from(to));
    }
  };
  await setTime("2026-11-21T09:00:00Z");
  return {
    platform,
    database,
    setTime,
    moveTime,
    violations: () => violationsIn(database),
    stop,
    sell: (sku, count, region = "EU") => sellCodes({ platform, database }, { sku, count, region }),
  };
}

const SWEEP = new URL("../../db/invariants.sql", import.meta.url);

/** Sweeps a database for violations of the invariants. */
export async function violationsIn(database: {
  readonly address: object;
}): Promise<{ invariant: number; root: string; detail: string }[]> {
  return await ownerQuery(database, await readFile(SWEEP, "utf8"));
}

/** Sells codes of a SKU for nothing: writes a delivered order down, answers the codes in clear. */
export async function sellCodes(
  { platform, database }: { readonly platform: Platform; readonly database: { readonly address: object } },
  { sku, count, region }: { readonly sku: string; readonly count: number; readonly region: string },
): Promise<string[]> {
  const product = await planProductOf({ query: platform.database.query, at: platform.clock.now() }, sku);
  if (product === undefined) {
    throw new Error(`nothing is sold as ${sku}`);
  }
  const orderId = newId(platform.clock.now());
  const at = platform.clock.now().toString();
  await ownerQuery(
    database,
    `with placed as (
       insert into commerce.order (order_id, buyer_id, placed_by, country, programme, region, currency,
                                   net_minor, gross_minor, delivery, promised_on, state, placed_at, paid_at,
                                   delivered_at)
       values ($1, 'buyer', 'test', 'PL', $2, $3, 'EUR', 0, 0, 'email', $4::timestamptz::date, 'delivered',
               $4, $4, $4)
       returning order_id)
     insert into commerce.order_line (order_id, no, sku, name, plan, models, quantity, unit_net_minor,
                                      unit_gross_minor)
     select order_id, 1, $5, $5, $6, $7, $8, 0, 0 from placed`,
    [orderId, product.programme, region, at, sku, product.plan, product.models, count],
  );
  const { programme, plan } = product;
  const line = { kind: "plan", programme, region, plan, quantity: count, netMinor: 0, taxMinor: 0 } as const;
  const minted = await transact(platform, systemCaller, async (tx) => {
    const amount = { amount: 0, currency: "EUR" };
    await createCharge(tx, orderId, { purpose: "order", amount, lines: [{ ...line, taxKind: "none" }] });
    return await mintCodes(tx, { orderId, lineNo: 1, product, region, count, at: tx.at });
  });
  return openCodesOf(platform, minted).map(({ code }) => code);
}
