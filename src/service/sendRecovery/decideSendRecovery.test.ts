import assert from "node:assert/strict";
import { test } from "node:test";
import { recoveryStates } from "../recoveries/index.ts";
import { decideSendRecovery } from "./decideSendRecovery.ts";

const dueAt = Temporal.Instant.from("2026-10-01T00:00:00Z");
const code = (state: (typeof recoveryStates)[number], at: Temporal.Instant) =>
  decideSendRecovery({ state, dueAt }, at).refused?.code;

test("a recovery is sent while it is due, to the last moment before its day is over", () => {
  assert.equal(code("due", dueAt.subtract({ nanoseconds: 1 })), undefined);
  assert.equal(code("due", dueAt), "recovery_too_late");
});

test("in no other state", () => {
  for (const state of recoveryStates.filter((one) => one !== "due")) {
    assert.equal(code(state, dueAt.subtract({ hours: 1 })), "recovery_not_at_this_step");
  }
});
