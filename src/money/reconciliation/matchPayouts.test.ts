import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { shuffled, sorted } from "../../../test/support/anySides.ts";
import { reportLine } from "../../../test/support/reportLine.ts";
import type { TheirLine } from "./comparison.ts";
import { type Arrival, matchPayouts, names } from "./matchPayouts.ts";

const payout = reportLine({ entry: "payout", theirId: "PO-1", reference: "PO-1", amountMinor: 3_000 });
const came: Arrival = {
  ...{ reference: "PAYOUT PO-1 CARE", amountMinor: 3_000, currency: "EUR" },
  ...{ isBooked: false, lineId: "b1", ourKey: null },
};
const day = (iso: string) => Temporal.PlainDate.from(iso);

const CASES: readonly (readonly [
  says: string,
  payouts: TheirLine[],
  arrivals: Arrival[],
  today: string,
  arrived: number,
  causes: string[],
])[] = [
  ["it came", [payout], [came], "2026-06-20", 1, []],
  ["it is on its way", [payout], [], "2026-06-17", 0, ["late"]],
  ["it never came", [payout], [], "2026-06-18", 0, ["payout_missing"]],
  ["less came", [payout], [{ ...came, amountMinor: 2_900 }], "2026-06-20", 1, ["payout_short"]],
  ["more came", [payout], [{ ...came, amountMinor: 3_100 }], "2026-06-20", 1, ["amount_differs"]],
  ["another currency came", [payout], [{ ...came, currency: "PLN" }], "2026-06-20", 0, ["payout_missing"]],
  [
    "told twice, it came once",
    [payout, { ...payout, lineId: "l2", theirId: "PO-1b" }],
    [came],
    "2026-06-20",
    1,
    ["doubled_there"],
  ],
  ["it came twice", [payout], [came, { ...came, lineId: "b2" }], "2026-06-20", 1, ["doubled_there"]],
  ["what names no payout is not looked at", [], [came], "2026-06-20", 0, []],
];

test("each way a payout comes, or does not, has its cause", () => {
  for (const [says, payouts, arrivals, today, arrived, causes] of CASES) {
    const found = matchPayouts(payouts, arrivals, day(today));
    deepEqual([found.arrived.length, found.findings.map(({ cause }) => cause)], [arrived, causes], says);
  }
});

test("what is booked goes before what is only told, and the right sum before another", () => {
  const booked = { ...came, isBooked: true, lineId: null, ourKey: "crd_1" };
  equal(matchPayouts([payout], [came, booked], day("2026-06-20")).arrived[0]?.arrival, booked);
  const short = { ...booked, amountMinor: 1 };
  equal(matchPayouts([payout], [short, came], day("2026-06-20")).arrived[0]?.arrival, came);
});

test("a reference is a word of its own in what banks write", () => {
  for (const [reference, isNamed] of [
    ["PO-1", true],
    ["STRIPE/PO-1/CARE", true],
    ["PO-11", false],
    ["XPO-1", false],
    ["", false],
  ] as const) {
    equal(names({ reference, currency: "EUR" }, payout), isNamed, reference);
  }
});

const name = fc.constantFrom("PO-1", "PO-2", "PO-3");
const amountMinor = fc.integer({ min: 1, max: 3 });
const anyPayouts = fc.array(fc.record({ name, amountMinor }), { maxLength: 6 }).map((all) =>
  all.map((one, no) =>
    reportLine({
      ...{ entry: "payout", lineId: `l${no}`, theirId: `t${no}` },
      ...{ reference: one.name, amountMinor: one.amountMinor },
    }),
  ),
);
const anyArrivals = fc
  .array(fc.record({ name, amountMinor, isBooked: fc.boolean() }), { maxLength: 6 })
  .map((all) =>
    all.map((one, no) => ({
      ...{ ...one, reference: `PAYOUT ${one.name}`, currency: "EUR" },
      ...(one.isBooked ? { lineId: null, ourKey: `c${no}` } : { lineId: `b${no}`, ourKey: null }),
    })),
  );

test("each payout and each arrival is taken once or told of, and order does not matter", () => {
  fc.assert(
    fc.property(anyPayouts, anyArrivals, fc.nat({ max: 999 }), (payouts, arrivals, seed) => {
      const { arrived, findings } = matchPayouts(payouts, arrivals, day("2026-06-20"));
      equal(new Set(arrived.map(({ arrival }) => arrival)).size, arrived.length, "taken once");
      for (const line of payouts) {
        const isIn = arrived.some((one) => one.line === line);
        const missing = findings.filter(
          ({ lineId, cause }) =>
            lineId === line.lineId && !["payout_short", "amount_differs"].includes(cause),
        );
        equal(Number(isIn) + missing.length, 1);
      }
      for (const one of arrivals.filter((arrival) => payouts.some((line) => names(arrival, line)))) {
        const again = findings.filter(
          ({ lineId, ourKey }) => (lineId ?? ourKey) === (one.lineId ?? one.ourKey),
        );
        equal(Number(arrived.some(({ arrival }) => arrival === one)) + again.length, 1);
      }
      const other = matchPayouts(shuffled(payouts, seed), shuffled(arrivals, seed), day("2026-06-20"));
      deepEqual(sorted(other.findings), sorted(findings));
    }),
    { numRuns: 2_000 },
  );
});
