import assert from "node:assert/strict";
import { test } from "node:test";
import { dayAndTimeAt, timeAt } from "./timeAt.ts";

test("times are told by the clock of the centre, on both sides of a change of clocks", () => {
  assert.equal(timeAt("2026-10-24T07:45:00Z", "Europe/Warsaw"), "09:45");
  assert.equal(timeAt("2026-10-26T07:45:00Z", "Europe/Warsaw"), "08:45");
  assert.match(dayAndTimeAt("2026-09-07T22:30:00Z", "Europe/Warsaw"), /Tue.* 8 Sept?, 00:30/);
});
