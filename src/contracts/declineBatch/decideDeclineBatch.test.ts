import { equal } from "node:assert/strict";
import { test } from "node:test";
import type { BatchState } from "../batches/batch.ts";
import { decideDeclineBatch } from "./decideDeclineBatch.ts";

/** Its state, who wants it taken out of use, and what is declined. */
const CASES: readonly (readonly [BatchState, string | null, string])[] = [
  ["asked", null, "batch"],
  ["released", "key:one", "void"],
  ["released", null, "batch_decided"],
  ["declined", null, "batch_decided"],
  ["voided", "key:one", "batch_decided"],
];

test("what waits for a second person can be declined, and nothing else", () => {
  for (const [state, voidAskedBy, expected] of CASES) {
    const { accepted, refused } = decideDeclineBatch({ state, voidAskedBy });
    equal(accepted ?? refused?.code, expected, `${state} ${voidAskedBy}`);
  }
});
