import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { allowRefund, type RequestFacts } from "./allowRefund.ts";
import type { RefundableSale } from "./refundable.ts";
import { readRefundLimits } from "./refundLimit.ts";

const limits = readRefundLimits("100.00 EUR, 15000 JPY");
const sale: RefundableSale = {
  ...{ rootId: "r", no: 1, chargeNo: 1, programme: "p", region: "EU", currency: "EUR", taxKind: "vat" },
  ...{
    state: "earning",
    contractId: null,
    isDisputed: false,
    netMinor: 3627,
    taxMinor: 798,
    deferredMinor: 3000,
    earnedMinor: 627,
  },
  ...{ refundedMinor: 0, refundedTaxMinor: 0, chargeLeftMinor: 4425 },
};
const charge: RequestFacts["charge"] = {
  ...{ no: 1, state: "captured", amountMinor: 44_250, currency: "EUR", refundedMinor: 0, disputedMinor: 0 },
  ...{ provider: "test", method: "test_success", providerRef: "x" },
};
const line = { netMinor: 3627, taxMinor: 798, taxKind: "vat", programme: "p", region: "EU" };
const wanted = (amountMinor: number, saleNo = 1) => ({
  sales: [{ saleNo, amountMinor, receipt: {}, facts: {} }],
});
const decide = (more: Partial<RequestFacts>) =>
  allowRefund({ charge, sales: [sale], lines: [line], wanted: wanted(4364), limits, ...more });

test("what is deferred goes first, then what is earned; the rest of it is earned; tax is corrected", () => {
  const { amountMinor, secondPerson, lines } = decide({}).accepted ?? {};
  deepEqual([amountMinor, secondPerson], [4364, false]);
  const [{ netMinor, taxMinor, deferredMinor, earnedNowMinor, saleState } = {}] = lines ?? [];
  deepEqual([netMinor, taxMinor, deferredMinor, earnedNowMinor, saleState], [3577, 787, 3000, 0, "earning"]);
});

test("is refused where nothing was paid, a plan was given back before, or so much is not left", () => {
  const refusals: readonly (readonly [Partial<RequestFacts>, string])[] = [
    [{ charge: { ...charge, state: "open" } }, "charge_not_captured"],
    [{ charge: { ...charge, state: "captured", method: null } }, "charge_not_captured"],
    [{ sales: [{ ...sale, state: "refunded" }] }, "sale_refunded"],
    [{ wanted: wanted(4426) }, "sale_refunded"],
    [{ wanted: wanted(100, 2) }, "sale_refunded"],
    [{ wanted: wanted(0) }, "refund_above_captured"],
    [{ charge: { ...charge, refundedMinor: 44_000 } }, "refund_above_captured"],
    [{ wanted: { goodwillMinor: 44_251 } }, "refund_above_captured"],
    [{ charge: { ...charge, disputedMinor: 44_000 } }, "refund_above_captured"],
  ];
  for (const [facts, code] of refusals) {
    equal(decide(facts).refused?.code, code);
  }
});

test("a second person is asked above the limit of all that is promised, and where there is none", () => {
  const needs = (more: Partial<RequestFacts["charge"]>, goodwillMinor: number) =>
    decide({ charge: { ...charge, ...more }, wanted: { goodwillMinor } }).accepted?.secondPerson;
  deepEqual(
    [
      needs({}, 10_000),
      needs({}, 10_001),
      needs({ refundedMinor: 9_000 }, 1_001),
      needs({ currency: "JPY" }, 15_000),
      needs({ currency: "KWD" }, 1),
    ],
    [false, true, true, false, true],
  );
});

test("a kindness is spread over what was paid: nothing is lost, none has more than its part", () => {
  const lines = fc.array(
    fc.record({ net: fc.integer({ min: 0, max: 9_999 }), tax: fc.integer({ min: 0, max: 999 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(lines, fc.double({ min: 0.01, max: 1, noNaN: true }), (parts, share) => {
      const whole = parts.reduce((sum, { net, tax }) => sum + net + tax, 0);
      const goodwillMinor = Math.max(1, Math.floor(whole * share));
      fc.pre(whole > 0);
      const made = parts.map(({ net, tax }) => ({ ...line, netMinor: net, taxMinor: tax }));
      const facts = { charge: { ...charge, amountMinor: whole }, lines: made, wanted: { goodwillMinor } };
      const { amountMinor, lines: spread = [] } = decide(facts).accepted ?? {};
      equal(amountMinor, goodwillMinor);
      equal(
        spread.reduce((sum, { netMinor, taxMinor }) => sum + netMinor + taxMinor, 0),
        goodwillMinor,
      );
    }),
  );
});
