import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { killPayingBack } from "./money/killPayingBack.ts";

test("killed while a hold and a balance go back to their cards: each goes back once", async () => {
  const { refunds, gaps, violations } = await killPayingBack();
  const once = { atBank: 1, told: 1, posted: 1 };
  deepEqual(
    refunds,
    ["balance", "balance", "hold", "hold"].map((kind) => ({ kind, ...once })),
  );
  deepEqual([gaps, violations], [[], []]);
});
