import assert from "node:assert/strict";
import {
  type CodesSold,
  createCharge,
  money,
  type SentParcel,
  startPayment,
  type Witness,
} from "../../src/money/index.ts";
import {
  answer,
  type Caller,
  type Module,
  newId,
  type Platform,
  perform,
  publicId,
  systemCaller,
  type TestClock,
  transact,
} from "../../src/platform/index.ts";
import { feeLines } from "./chargeLines.ts";
import { ownerQuery } from "./ownerQuery.ts";
import { testPlatform } from "./testPlatform.ts";
import { testRoots } from "./testRoots.ts";

/** What others say they did: CSV rows by party. Faults change them before they are sent. */
export interface Reports {
  provider: string[];
  bank: string[];
  carrier: string[];
  reseller: string[];
}

/** Books, and everybody who reports on them; they agree until a fault is put in. */
export interface ReportWorld {
  readonly platform: Platform;
  readonly reports: Reports;
  readonly parcels: SentParcel[];
  readonly codes: CodesSold[];
  /** The roots of the payments: five by card, one of them in zloty; one by transfer. */
  readonly roots: readonly string[];
  sql(text: string): Promise<object[]>;
  call(route: string, command: object, as?: Caller): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
  pass(days: number): Promise<void>;
  /** Has somebody pay a fee; answers its root. */
  pay(amount: number, currency: string, method: string): Promise<string>;
  /** Sends the reports, compares every party, and tells what is open: `kind cause`. */
  found(): Promise<string[]>;
}

export const manager: Caller = { role: "manager", id: "key_manager" };
export const HEADERS: Readonly<Record<keyof Reports, string>> = {
  provider: "id,entry,at,amount,currency,reference,our_key,of,fee,programme",
  bank: "id,entry,at,amount,currency,reference",
  carrier: "id,at,tracking,amount,currency,weight_grams",
  reseller: "id,at,order,quantity",
};
const PARTIES: Readonly<Record<keyof Reports, string>> = {
  provider: "test",
  bank: "house",
  carrier: "dpd",
  reseller: "shop",
};
const BEGINS = Temporal.Instant.from("2026-06-15T12:00:00Z");
export const FIRST_DAY = "2026-06-15";

/** Builds it. */
export async function reportWorld(): Promise<ReportWorld> {
  const at = BEGINS;
  const place = { at, programme: "care", region: "EU" };
  const parcels: SentParcel[] = ["T1", "T2"].map((tracking) => ({ tracking, ...place }));
  const codes: CodesSold[] = [{ orderId: "o1", at, quantity: 5 }];
  const witness: Module & Witness = {
    ...{ name: "witness", routes: [], parcels: async () => parcels, codes: async () => codes },
  };
  const settings = { bankIban: "DE89370400440532013000", bankHolder: "Care", invoiceDays: "14" };
  const { platform, database, stop } = await testPlatform([testRoots, money, witness], {
    ...{ clock: "test", settings },
  });
  const clock = platform.clock as TestClock;
  await clock.set(platform.database.pool, BEGINS);
  const call: ReportWorld["call"] = async (route, command, as = manager) => {
    const act = money.routes.find((one) => one.route === route);
    assert(act !== undefined, route);
    if (act.kind === "read") {
      return (await answer(platform, as, act, command as never)) as Record<string, unknown>;
    }
    const { reply, refused } = await perform(platform, as, act, command as never);
    return (refused ?? reply) as unknown as Record<string, unknown>;
  };
  const pay = async (amount: number, currency: string, method: string) => {
    const rootId = newId(platform.clock.now());
    await transact(platform, systemCaller, async (tx) => {
      const sum = { amount, currency };
      const lines = feeLines(amount);
      const charge = await createCharge(tx, rootId, {
        purpose: "claim_fee",
        subjectNo: 1,
        amount: sum,
        lines,
      });
      await startPayment(tx, charge, method);
    });
    await platform.jobs.drained();
    return rootId;
  };
  const roots: string[] = [];
  for (const amount of [5_900, 6_000, 6_100, 6_200]) {
    roots.push(await pay(amount, "EUR", "test_success"));
  }
  roots.push(await pay(10_000, "PLN", "test_success"));
  const sql = (text: string) => ownerQuery<object>(database, text);
  await sql("update money.test_payment set fee_minor = 130 where currency = 'PLN'");
  const tariff = { kind: "provider", party: "test", currency: "PLN", from: "2026-01-01" };
  await call("POST /v1/tariffs", { ...tariff, basisPoints: 100, fixedMinor: 30 });
  const bands = [
    { upToGrams: 2_000, priceMinor: 900 },
    { upToGrams: 1_000, priceMinor: 500 },
  ];
  const carrier = { ...tariff, kind: "carrier", party: "dpd", currency: "EUR" };
  await call("POST /v1/tariffs", { ...carrier, parcelGrams: 2_000, bands });
  const amount = { amount: 500, currency: "EUR" };
  const charge = publicId("chg", roots[0] as string, 1);
  await call("POST /v1/refunds", { charge, amount, reason: "a kindness" });
  await platform.jobs.drained();
  const bankRoot = await pay(7_000, "EUR", "bank_transfer");
  const [told] = (await sql("select reference from money.payment_reference")) as { reference: string }[];
  const reference = told?.reference ?? "";
  const credit = {
    bankId: "B-1",
    amount: { amount: 7_000, currency: "EUR" },
    reference,
    bookedOn: FIRST_DAY,
  };
  await call("POST /v1/bank-credits", { credits: [credit] });
  await platform.jobs.drained();
  const reports: Reports = {
    provider: [`PO-1,payout,${FIRST_DAY},30.00,EUR,PO-1,,,,`],
    bank: [
      `B-1,credit,${FIRST_DAY},70.00,EUR,${reference}`,
      "B-2,credit,2026-06-16,30.00,EUR,PAYOUT PO-1 CARE",
    ],
    carrier: [`C-1,${FIRST_DAY},T1,5.00,EUR,900`, `C-2,${FIRST_DAY},T2,9.00,EUR,1500`],
    reseller: [`S-1,${FIRST_DAY},o1,5`],
  };
  const world: ReportWorld = {
    ...{ platform, reports, parcels, codes, roots: [...roots, bankRoot], sql, call, pay },
    pass: async (days) => {
      const to = platform.clock.now().add({ hours: 24 * days });
      await clock.set(platform.database.pool, to);
    },
    stop,
    found: () => compareAll(world),
  };
  return world;
}

async function compareAll({ platform, reports, call }: ReportWorld): Promise<string[]> {
  const today = platform.clock.now().toString().slice(0, 10);
  for (const kind of ["bank", "provider", "carrier", "reseller"] as const) {
    const csv = [HEADERS[kind], ...reports[kind]].join("\n");
    await call("POST /v1/reports", { kind, party: PARTIES[kind], from: "2026-06-10", to: today, csv });
    await platform.jobs.drained();
  }
  const { data } = (await call("GET /v1/differences", { state: "open", limit: 200 })) as {
    data: { kind: string; cause: string }[];
  };
  return data.map(({ kind, cause }) => `${kind} ${cause}`).toSorted();
}
