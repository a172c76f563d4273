import { deepEqual, equal, ok } from "node:assert/strict";
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
  ...{ lineNo: 1, lineTaxLeftMinor: 4425 },
};
const charge: RequestFacts["charge"] = {
  ...{ no: 1, state: "captured", amountMinor: 44_250, currency: "EUR", refundedMinor: 0, disputedMinor: 0 },
  ...{ provider: "test", method: "test_success", providerRef: "x" },
};
const nothingBack = { refundedMinor: 0, refundedTaxMinor: 0 };
const line = {
  no: 1,
  ...nothingBack,
  netMinor: 3627,
  taxMinor: 798,
  taxKind: "vat",
  programme: "p",
  region: "EU",
};
const wanted = (amountMinor: number, saleNo = 1) => ({
  sales: [{ saleNo, amountMinor, receipt: {}, facts: {} }],
});
const decide = (more: Partial<RequestFacts>) =>
  allowRefund({ charge, sales: [sale], goods: [], lines: [line], wanted: wanted(4364), limits, ...more });

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

test("many kindnesses correct the tax of one: never more than was charged, all of it at the end", () => {
  const parts = fc.array(fc.record({ net: fc.nat(900), tax: fc.nat(300), back: fc.nat(100) }), {
    ...{ minLength: 1, maxLength: 4 },
  });
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 40 }), (made, step) => {
      let lines = made.map(({ net, tax, back }, index) => ({
        ...{ ...line, no: index + 1, netMinor: net, taxMinor: tax },
        ...{ refundedMinor: Math.min(net, back), refundedTaxMinor: 0 },
      }));
      const sumOf = (list: typeof lines) =>
        list.reduce((sum, { netMinor, taxMinor }) => sum + netMinor + taxMinor, 0);
      let refundedMinor = lines.reduce((sum, one) => sum + one.refundedMinor, 0);
      const amountMinor = sumOf(lines);
      while (refundedMinor < amountMinor) {
        const goodwillMinor = Math.min(step, amountMinor - refundedMinor);
        const facts = { charge: { ...charge, amountMinor, refundedMinor }, lines, wanted: { goodwillMinor } };
        const given = decide(facts).accepted;
        equal(given?.amountMinor, goodwillMinor);
        refundedMinor += goodwillMinor;
        lines = lines.map((one) => {
          const part = given?.lines.find(({ lineNo }) => lineNo === one.no);
          const next = {
            ...one,
            refundedMinor: one.refundedMinor + (part?.netMinor ?? 0),
            refundedTaxMinor: one.refundedTaxMinor + (part?.taxMinor ?? 0),
          };
          ok(next.refundedTaxMinor <= one.taxMinor && next.refundedMinor <= one.netMinor);
          return next;
        });
      }
      deepEqual(
        lines.map((one) => one.refundedTaxMinor),
        lines.map((one) => one.taxMinor),
      );
    }),
    { numRuns: 200 },
  );
});

test("small kindnesses correct as much tax as one of their sum", () => {
  let given = nothingBack;
  for (let n = 0; n < 1_000; n += 1) {
    const [part] =
      decide({ lines: [{ ...line, ...given }], wanted: { goodwillMinor: 1 } }).accepted?.lines ?? [];
    given = {
      refundedMinor: given.refundedMinor + (part?.netMinor ?? 0),
      refundedTaxMinor: given.refundedTaxMinor + (part?.taxMinor ?? 0),
    };
  }
  deepEqual(given, { refundedMinor: 820, refundedTaxMinor: 180 });
});

test("a plan gives back no tax again that a kindness has corrected: it is the kindness's cost", () => {
  const { amountMinor, lines } = decide({ sales: [{ ...sale, lineTaxLeftMinor: 700 }] }).accepted ?? {};
  deepEqual(
    [amountMinor, lines?.map(({ saleNo, netMinor, taxMinor }) => [saleNo, netMinor, taxMinor])],
    [
      4364,
      [
        [1, 3577, 700],
        [null, 87, 0],
      ],
    ],
  );
});

test("a second person is asked above the limit of all that is promised, and where there is none", () => {
  const ten = { ...line, netMinor: 36_270, taxMinor: 7_980 };
  const needs = (more: Partial<RequestFacts["charge"]>, goodwillMinor: number) =>
    decide({ charge: { ...charge, ...more }, lines: [ten], wanted: { goodwillMinor } }).accepted
      ?.secondPerson;
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
