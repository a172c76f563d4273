import assert from "node:assert/strict";
import { test } from "node:test";
import type { NewKey } from "../key.ts";
import { decideCreateKey } from "./decideCreateKey.ts";

const at = Temporal.Instant.from("2026-11-21T10:00:00Z");
const key: NewKey = { role: "staff", label: "bench", createdBy: "person:mara" };

test("a key without an end is made", () => {
  assert.deepEqual(decideCreateKey(key, at).accepted, key);
});

for (const [seconds, made] of [
  [-1, false],
  [0, false],
  [1, true],
] as const) {
  test(`a key that ends ${seconds} s from now is ${made ? "made" : "refused"}`, () => {
    const decision = decideCreateKey({ ...key, expiresAt: at.add({ seconds }) }, at);
    assert.equal(decision.refused?.code, made ? undefined : "key_ends_in_the_past");
  });
}
