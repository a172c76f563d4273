import { equal } from "node:assert/strict";
import { test } from "node:test";
import type { BatchState } from "../batches/batch.ts";
import { decideVoidBatch, VOID_ALONE } from "./decideVoidBatch.ts";

/** Its state, who asked for it, how many are unused, whether it is the same hand; and what is said. */
const CASES: readonly (readonly [BatchState, string | null, number, boolean, string])[] = [
  ["released", null, 1, false, "void"],
  ["released", null, VOID_ALONE, false, "void"],
  ["released", null, VOID_ALONE + 1, false, "ask"],
  ["released", "key:one", VOID_ALONE + 1, true, "batch_same_hand"],
  ["released", "key:one", VOID_ALONE + 1, false, "void"],
  ["released", "key:one", 1, true, "batch_same_hand"],
  ["released", null, 0, false, "batch_used_up"],
  ["asked", null, 5, false, "batch_not_released"],
  ["declined", null, 5, false, "batch_not_released"],
  ["voided", "key:one", 5, false, "batch_voided"],
];

test("one person takes few codes out of use, two take many", () => {
  for (const [state, voidAskedBy, unused, isAsker, expected] of CASES) {
    const { accepted, refused } = decideVoidBatch({ batch: { state, voidAskedBy }, unused, isAsker });
    equal(accepted ?? refused?.code, expected, `${state} ${voidAskedBy} ${unused} ${isAsker}`);
  }
});
