import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { killMinting, QUANTITY } from "./money/killMinting.ts";

test("killed at every point while two jobs make one batch: it goes on, and makes as many", async () => {
  const { half, apart, whole, difference, violations } = await killMinting();
  deepEqual([half.codes, apart, half.made < QUANTITY], [half.made, 0, true], "half way, in whole pieces");
  deepEqual(whole, { made: QUANTITY, codes: QUANTITY });
  equal(difference, 0);
  deepEqual(violations, []);
});

test("without its guard the same batch has too many codes, and is seen to", async () => {
  const { whole, difference, violations } = await killMinting({ isUnguarded: true });
  ok(whole.codes > QUANTITY, `${whole.codes} codes`);
  ok(difference !== 0);
  equal(violations.length, 1);
});
