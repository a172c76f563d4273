import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { sha256 } from "./sha256.ts";

test("the digest is the one everybody else computes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      assert.equal(sha256(text), createHash("sha256").update(text, "utf8").digest("hex"));
    }),
    { numRuns: 300 },
  );
});

test("lengths around the block size are padded right", () => {
  for (let length = 50; length < 70; length += 1) {
    const text = "a".repeat(length);
    assert.equal(sha256(text), createHash("sha256").update(text).digest("hex"));
  }
});
