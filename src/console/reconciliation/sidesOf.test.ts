import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { type Difference, ourThing, sidesOf } from "./sidesOf.ts";

const told = (detail: string, more: Partial<Difference> = {}) =>
  sidesOf({ detail, amount: { amount: 5_900, currency: "EUR" }, lineId: "line", ...more } as Difference)?.map(
    ({ what, theirs, ours }) => `${what}: ${theirs} | ${ours}`.replaceAll("\u00a0", " "),
  );

test("what the server found is told side by side, sums as sums", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["5900 there, 6000 here", ["Sum: 59.00 EUR | 60.00 EUR"]],
    ["5900 PLN there, 6000 EUR here", ["Sum: 59.00 PLN | 60.00 EUR"]],
    ["130 kept, none agreed", ["Fee: 1.30 EUR | none agreed"]],
    ["130 kept, 90 agreed", ["Fee: 1.30 EUR | 0.90 EUR"]],
    ["our books say -7 more", ["Owed to us: nothing | −0.07 EUR more than they"]],
    ["3000 paid out, 2900 came", ["Paid out, and came: 30.00 EUR | 29.00 EUR"]],
    ["payout PO-1", ["Payout: PO-1 | nothing"]],
    ["parcel T1: 600 billed, 500 agreed", ["Parcel: T1 | T1", "Price: 6.00 EUR | 5.00 EUR"]],
    [
      "parcel T1: 4000 g billed, 2000 g at the most",
      ["Parcel: T1 | T1", "Weight: 4000 g | 2000 g at the most"],
    ],
    ["parcel T9: never shipped", ["Parcel: T9 | never sent"]],
    ["order o1: 6 counted, 5 sold", ["Order: o1 | o1", "Codes: 6 | 5"]],
    ["order o9", ["Order: o9 | nothing"]],
    ["theirs is of scooters, ours of care", ["Programme: scooters | care"]],
    ["came on 2026-06-15", ["Day: nothing | Mon 15 Jun 2026"]],
    ["payment U-1", ["Payment: U-1 | nothing", "Sum: 59.00 EUR | nothing"]],
  ];
  for (const [detail, sides] of cases) {
    deepEqual(told(detail), sides, detail);
  }
  deepEqual(told("payment chg_x_1_1", { lineId: null }), ["Sum: nothing | 59.00 EUR"]);
  equal(told("something new"), undefined);
});

test("our side opens what it is: a try its charge or refund, a dispute won its dispute", () => {
  const root = "01m7ynaym0vqhpgnwdrkms6x8c";
  equal(ourThing(`chg_${root}_1_2`), `chg_${root}_1`);
  equal(ourThing(`rfd_${root}_3`), `rfd_${root}_3`);
  equal(ourThing(`dsp_${root}_1_won`), `dsp_${root}_1`);
  equal(ourThing(`crd_${root}`), undefined);
  equal(ourThing("clearing EUR 7"), undefined);
  equal(ourThing(null), undefined);
});
