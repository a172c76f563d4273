import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { endOfDays } from "./waitingDays.ts";

describe("the end of a waiting time", () => {
  const table: [string, string, number, string, string][] = [
    ["a day without a change of clocks", "2026-06-01T10:00:00Z", 30, "UTC", "2026-07-02T00:00:00Z"],
    ["into winter time", "2026-10-10T10:00:00Z", 30, "Europe/Warsaw", "2026-11-09T23:00:00Z"],
    [
      "late in the evening of the zone",
      "2026-06-02T00:30:00Z",
      14,
      "Atlantic/Azores",
      "2026-06-17T00:00:00Z",
    ],
    ["over 29 February", "2028-02-15T10:00:00Z", 14, "UTC", "2028-03-01T00:00:00Z"],
  ];
  for (const [what, at, days, zone, end] of table) {
    it(`is midnight of the last day: ${what}`, () => {
      assert.equal(endOfDays(Temporal.Instant.from(at), days, zone).toString(), end);
    });
  }
});
