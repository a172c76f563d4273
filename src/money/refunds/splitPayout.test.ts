import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { splitPayout } from "./splitPayout.ts";

const byCard = (chargeNo: number, leftMinor: number) => ({
  ...{ chargeNo, leftMinor, provider: "test", method: "test_success" },
});
const byBank = (leftMinor: number) => ({
  ...{ chargeNo: null, leftMinor, provider: null, method: "bank_transfer" },
});

for (const [what, balance, topUps, expected] of [
  ["the latest card first", 150, [byCard(2, 100), byCard(1, 100)], { 2: 100, 1: 50 }],
  ["a transfer that is later than a card", 150, [byBank(100), byCard(1, 100)], { 1: 50, hand: 100 }],
  ["a card that is later than a transfer", 150, [byCard(1, 100), byBank(100)], { 1: 100, hand: 50 }],
  ["more than was topped up", 150, [byCard(1, 100)], { 1: 100, hand: 50 }],
  ["of a card that a bank took back", 150, [byCard(2, -30), byCard(1, 100)], { 1: 100, hand: 50 }],
  ["what no top-up brought", 150, [], { hand: 150 }],
] as const) {
  test(`paid out is ${what}`, () => {
    const parts = splitPayout(balance, topUps);
    deepEqual(
      Object.fromEntries(parts.map(({ chargeNo, amountMinor }) => [chargeNo ?? "hand", amountMinor])),
      expected,
    );
  });
}

test("what is paid out is all there is, and of no card more than is left", () => {
  const topUp = fc.record({
    chargeNo: fc.option(fc.integer({ min: 1, max: 99 })),
    provider: fc.constantFrom("test", "bank", null),
    method: fc.constant("m"),
    leftMinor: fc.integer({ min: -500, max: 500 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000 }), fc.array(topUp, { maxLength: 8 }), (balance, drawn) => {
      const topUps = drawn.map((one, no) => ({ ...one, chargeNo: one.chargeNo === null ? null : no }));
      const parts = splitPayout(balance, topUps);
      equal(
        parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
        balance,
      );
      for (const { chargeNo, amountMinor } of parts) {
        const left = topUps.find((one) => one.chargeNo === chargeNo)?.leftMinor ?? 0;
        ok(amountMinor > 0 && (chargeNo === null || amountMinor <= left));
      }
    }),
  );
});
