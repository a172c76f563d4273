import { equal } from "node:assert/strict";
import { test } from "node:test";
import { daysLeft } from "./coreStage.ts";

const dueAt = Temporal.Instant.from("2026-09-20T10:00:00Z");

test("days are those of the contract's calendar: the last one is a whole day", () => {
  const table = [
    ["2026-09-05T10:00:00Z", 14],
    ["2026-09-19T10:00:00Z", 0],
    ["2026-09-20T09:59:59Z", 0],
    ["2026-09-20T10:00:00Z", -1],
    ["2026-09-25T12:00:00Z", -6],
  ] as const;
  for (const [at, days] of table) {
    equal(daysLeft(dueAt, "Pacific/Honolulu", Temporal.Instant.from(at)), days, at);
  }
});
