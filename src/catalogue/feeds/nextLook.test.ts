import { equal } from "node:assert/strict";
import { test } from "node:test";
import { nextLook } from "./nextLook.ts";

/** How often, on which clock, after when, and when next. */
const CASES: readonly (readonly [number | null, string | null, string, string, string])[] = [
  [6, null, "Europe/Tallinn", "2026-06-01T10:00:00Z", "2026-06-01T16:00:00Z"],
  [null, "04:30", "Europe/Tallinn", "2026-06-01T00:00:00Z", "2026-06-01T01:30:00Z"],
  [null, "04:30", "Europe/Tallinn", "2026-06-01T01:30:00Z", "2026-06-02T01:30:00Z"],
  [null, "04:30", "America/New_York", "2026-06-01T10:00:00Z", "2026-06-02T08:30:00Z"],
  // The clock goes from 02:00 to 03:00 on this night: half past two is half past three.
  [null, "02:30", "Europe/Berlin", "2026-03-28T12:00:00Z", "2026-03-29T01:30:00Z"],
  // And back from 03:00 to 02:00: the first half past two counts, and only once.
  [null, "02:30", "Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z"],
  [null, "02:30", "Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"],
];

test("when a feed is looked for next", () => {
  for (const [everyHours, dailyAt, zone, after, expected] of CASES) {
    const next = nextLook({ everyHours, dailyAt, zone }, Temporal.Instant.from(after));
    equal(next.toString(), expected, `${everyHours ?? dailyAt} ${zone} ${after}`);
  }
});
