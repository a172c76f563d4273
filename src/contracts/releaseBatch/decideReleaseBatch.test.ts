import { equal } from "node:assert/strict";
import { test } from "node:test";
import type { BatchState } from "../batches/batch.ts";
import { decideReleaseBatch } from "./decideReleaseBatch.ts";

const at = Temporal.Instant.from("2026-06-01T10:00:00Z");
const later = at.add({ hours: 1 });

/** Its state, when its codes end, whether who releases asked for it; and what is said. */
const CASES: readonly (readonly [BatchState, Temporal.Instant | null, boolean, string])[] = [
  ["asked", null, false, "release"],
  ["asked", later, false, "release"],
  ["asked", at, false, "use_by_over"],
  ["asked", null, true, "batch_same_hand"],
  ["released", null, false, "batch_decided"],
  ["released", null, true, "batch_decided"],
  ["declined", null, false, "batch_decided"],
  ["voided", null, false, "batch_decided"],
];

test("another hand releases a batch, once, while its codes can still be used", () => {
  for (const [state, expiresAt, isAsker, expected] of CASES) {
    const { accepted, refused } = decideReleaseBatch({ at, batch: { state, expiresAt }, isAsker });
    equal(accepted ?? refused?.code, expected, `${state} ${expiresAt} ${isAsker}`);
  }
});
