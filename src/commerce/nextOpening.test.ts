import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { nextOpening } from "./nextOpening.ts";

const office = { timeZone: "Europe/Tallinn", days: [1, 2, 3, 4, 5], fromHour: 8, toHour: 16 };
const night = { timeZone: "Europe/Tallinn", days: [7], fromHour: 3, toHour: 5 };
const always = { timeZone: "Europe/Tallinn", days: [1, 2, 3, 4, 5, 6, 7], fromHour: 0, toHour: 24 };
const farAway = { timeZone: "Pacific/Auckland", days: [1], fromHour: 9, toHour: 17 };

/** The hours, when it is asked, and when codes are handed out. */
const CASES = [
  [office, "2026-06-01T06:00:00Z", "2026-06-01T06:00:00Z", "Monday at nine it is open"],
  [office, "2026-06-01T04:59:59Z", "2026-06-01T05:00:00Z", "a second before eight it opens in a second"],
  [office, "2026-06-01T13:00:00Z", "2026-06-02T05:00:00Z", "at four it is closed"],
  [office, "2026-06-05T14:00:00Z", "2026-06-08T05:00:00Z", "Friday evening is Monday morning"],
  [office, "2026-10-23T14:00:00Z", "2026-10-26T06:00:00Z", "the clocks went back over the weekend"],
  [office, "2026-03-27T15:00:00Z", "2026-03-30T05:00:00Z", "and forth"],
  [
    night,
    "2026-03-29T00:00:00Z",
    "2026-03-29T01:00:00Z",
    "three o'clock is left out: four follows two at once",
  ],
  [night, "2026-10-24T12:00:00Z", "2026-10-25T00:00:00Z", "of two three o'clocks the first counts"],
  [always, "2026-06-06T23:59:59Z", "2026-06-06T23:59:59Z", "always open"],
  [farAway, "2026-06-01T05:30:00Z", "2026-06-07T21:00:00Z", "closed on Monday evening there, for a week"],
] as const;

test("codes are handed out while it is open, else when it opens next", () => {
  for (const [hours, at, expected, why] of CASES) {
    equal(nextOpening(hours, Temporal.Instant.from(at)).toString(), expected, why);
  }
});

test("whatever the hours, it is open then, not before, and within nine days", () => {
  const zones = ["Europe/Tallinn", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu", "UTC"];
  const hours = fc.record({
    timeZone: fc.constantFrom(...zones),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    fromHour: fc.integer({ min: 0, max: 22 }),
  });
  fc.assert(
    fc.property(hours, fc.integer({ min: 0, max: 2 ** 31 }), (given, seconds) => {
      const at = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
      const opened = nextOpening({ ...given, toHour: given.fromHour + 2 }, at);
      ok(Temporal.Instant.compare(opened, at) >= 0);
      ok(opened.since(at).total("hours") <= 9 * 24);
      ok(given.days.includes(opened.toZonedDateTimeISO(given.timeZone).dayOfWeek));
      equal(nextOpening({ ...given, toHour: given.fromHour + 2 }, opened).toString(), opened.toString());
    }),
  );
});
