import assert from "node:assert/strict";
import { test } from "node:test";
import { progressOf } from "./progressOf.ts";

const START = "2026-06-01T10:00:00Z";
const after = (seconds: number) => Date.parse(START) + seconds * 1_000;

test("how far, how fast, how long still", () => {
  const half = { bytesDone: 50_000_000, bytesTotal: 100_000_000, startedAt: START };
  assert.deepEqual(progressOf(half, after(10)), { share: "50 %", rate: "5.0 MB", left: "10 s" });
  assert.deepEqual(progressOf(half, after(600)), { share: "50 %", rate: "0.1 MB", left: "10 min" });
  assert.equal(progressOf({ ...half, bytesDone: 0 }, after(10)), undefined);
  assert.equal(progressOf({ ...half, startedAt: null }, after(10)), undefined);
  assert.equal(progressOf(half, after(0)), undefined);
});
