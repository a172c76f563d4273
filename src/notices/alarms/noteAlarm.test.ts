import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { toldAt } from "./noteAlarm.ts";

describe("what runs out is told", () => {
  for (const [at, told] of [
    ["2026-09-05T10:00:00Z", "2026-09-05T10:05:00Z"],
    ["2026-09-05T10:04:59.999Z", "2026-09-05T10:05:00Z"],
    ["2026-09-05T10:05:00Z", "2026-09-05T11:05:00Z"],
    ["2026-09-05T10:59:00Z", "2026-09-05T11:05:00Z"],
    ["2026-12-31T23:30:00Z", "2027-01-01T00:05:00Z"],
  ] as const) {
    it(`at ${at}: five minutes past the hour, ${told}`, () =>
      equal(toldAt(Temporal.Instant.from(at)).toString(), told));
  }
});
