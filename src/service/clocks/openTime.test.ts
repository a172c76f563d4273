import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { afterOpenTime, type OpenCalendar, openTimeBetween } from "./openTime.ts";

const day = [{ from: "09:00", to: "17:00" }];
const berlin: OpenCalendar = {
  zone: "Europe/Berlin",
  hours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
  exceptions: [{ on: "2026-12-24", name: "Christmas Eve", openings: [{ from: "09:00", to: "12:00" }] }],
  holidays: ["2026-12-25"],
};
const at = (text: string) => Temporal.Instant.from(text);
const HOUR = 3600;

describe("opening time", () => {
  const table: readonly (readonly [what: string, from: string, hours: number, to: string])[] = [
    ["within a day", "2026-11-02T09:00:00Z", 2, "2026-11-02T11:00:00Z"],
    ["from before it opens", "2026-11-02T03:00:00Z", 2, "2026-11-02T10:00:00Z"],
    ["over the night", "2026-11-02T15:00:00Z", 2, "2026-11-03T09:00:00Z"],
    ["over a weekend", "2026-11-06T15:00:00Z", 2, "2026-11-09T09:00:00Z"],
    ["to the very end of a day", "2026-11-02T08:00:00Z", 8, "2026-11-02T16:00:00Z"],
    ["over the change of clocks", "2026-10-23T14:00:00Z", 2, "2026-10-26T09:00:00Z"],
    ["over a short day, a holiday and a weekend", "2026-12-24T10:00:00Z", 3, "2026-12-28T10:00:00Z"],
  ];
  for (const [what, from, hours, to] of table) {
    it(`${hours} hours ${what}`, () => {
      equal(afterOpenTime(berlin, at(from), hours * HOUR).toString(), to);
      equal(openTimeBetween(berlin, at(from), at(to)), hours * HOUR);
    });
  }

  it("between two instants is what leads from one to the other, in every zone and season", () => {
    const zones = fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Pacific/Apia", "Asia/Kolkata");
    const start = fc.integer({ min: 1_767_225_600, max: 1_830_297_600 });
    const length = fc.integer({ min: 1, max: 80 * HOUR });
    fc.assert(
      fc.property(zones, start, length, (zone, from, seconds) => {
        const calendar = { ...berlin, zone };
        const begins = Temporal.Instant.fromEpochMilliseconds(from * 1000);
        const ends = afterOpenTime(calendar, begins, seconds);
        return openTimeBetween(calendar, begins, ends) === seconds;
      }),
      { numRuns: 300 },
    );
  });

  it("of a place that never opens is civil time, so that nothing waits for ever", () => {
    const closed = { ...berlin, hours: {}, exceptions: [] };
    equal(afterOpenTime(closed, at("2026-11-02T00:00:00Z"), HOUR).toString(), "2026-12-02T00:00:00Z");
    equal(openTimeBetween(closed, at("2026-11-02T00:00:00Z"), at("2026-12-02T00:00:00Z")), 0);
  });
});
