import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { civilDate, dayNumber, formatDay, formatInstant, parseDay, parseInstant } from "./civil.ts";
import { deadlineAfter, gapInWords, lastMoment, parseDuration } from "./duration.ts";
import { type Zone, zoneNamed } from "./zone.ts";

const zones = [
  "Europe/Warsaw",
  "Pacific/Honolulu",
  "Asia/Tokyo",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
  "Atlantic/Azores",
  "Asia/Kathmandu",
];
const instants = fc.integer({ min: -2_208_988_800, max: 4_102_444_799 }).map((seconds) => seconds * 1000);

function zoneOf(name: string): Zone {
  return zoneNamed(name) ?? assert.fail(`no zone ${name}`);
}

test("days and dates are Temporal's", () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
      const date = new Temporal.PlainDate(1970, 1, 1).add({ days: day });
      assert.deepEqual(civilDate(day), { year: date.year, month: date.month, day: date.day });
      assert.equal(dayNumber(date.year, date.month, date.day), day);
    }),
    { numRuns: 1000 },
  );
});

test("instants are read and written as Temporal does", () => {
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: 0, max: 999 }),
      fc.constantFrom("+00:00", "+05:45", "-09:30"),
      (at, ms, offset) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(at + ms);
        assert.equal(parseInstant(instant.toString()), at + ms);
        assert.equal(parseInstant(instant.toString({ timeZone: offset })), at + ms);
        assert.equal(parseInstant(formatInstant(at + ms)), at + ms);
      },
    ),
    { numRuns: 1000 },
  );
});

test("what is no instant is none", () => {
  const wrong = [
    "",
    "2026-02-30T10:00:00Z",
    "2026-13-01T10:00:00Z",
    "2026-01-01T24:00:00Z",
    "2026-01-01T10:60:00Z",
    "2026-01-01 10:00:00Z",
    "2026-01-01T10:00:00",
    "2026-01-01T10:00:00+2",
    "2026-01-01T10:00:00.Z",
    "2026-01-00T10:00:00Z",
    "x026-01-01T10:00:00Z",
    "2026-01-01T1x:00:00Z",
  ];
  for (const text of wrong) {
    assert.equal(parseInstant(text), undefined, text);
  }
  assert.equal(parseDay("2026-02-29"), undefined);
  assert.equal(parseDay("2028-02-29"), dayNumber(2028, 2, 29));
});

test("a fraction finer than milliseconds stays between its neighbours", () => {
  const second = parseInstant("2026-01-01T10:00:00Z") ?? 0;
  const just = parseInstant("2026-01-01T10:00:00.000000001Z") ?? 0;
  const almost = parseInstant("2026-01-01T10:00:00.999999999Z") ?? 0;
  assert.ok(just > second && just < second + 1);
  assert.ok(almost > second + 999 && almost < second + 1000);
});

test("midnights and days are Temporal's, over every clock change", () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (at, name) => {
      const zone = zoneOf(name);
      const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name);
      assert.equal(formatDay(zone.dayOf(at)), local.toPlainDate().toString());
      assert.equal(zone.startOfDay(zone.dayOf(at)), local.startOfDay().epochMilliseconds);
    }),
    { numRuns: 500 },
  );
});

/** Zone, start, duration, and the end people are told. */
const ends: readonly (readonly [string, string, string, string])[] = [
  ["Europe/Warsaw", "2026-03-28T02:30:00+01:00", "48 hours", "2026-03-30T03:30:00+02:00"],
  ["Europe/Warsaw", "2026-03-28T02:30:00+01:00", "30 days", "2026-04-28T00:00:00+02:00"],
  ["Europe/Warsaw", "2025-05-01T09:00:00+02:00", "30 days", "2025-06-01T00:00:00+02:00"],
  ["Europe/Warsaw", "2026-10-24T12:00:00+02:00", "48 hours", "2026-10-26T11:00:00+01:00"],
  ["Pacific/Honolulu", "2026-06-01T09:59:59Z", "1 day", "2026-06-02T10:00:00Z"],
  ["Asia/Tokyo", "2026-01-31T00:00:00+09:00", "1 month", "2026-03-01T00:00:00+09:00"],
  ["Asia/Tokyo", "2028-02-29T12:00:00+09:00", "1 year", "2029-03-01T00:00:00+09:00"],
  ["Asia/Tokyo", "2026-01-15T12:00:00+09:00", "2 weeks", "2026-01-30T00:00:00+09:00"],
];

for (const [zone, from, length, to] of ends) {
  test(`${length} from ${from} in ${zone}`, () => {
    const duration = parseDuration(length) ?? assert.fail();
    assert.equal(
      formatInstant(deadlineAfter(parseInstant(from) ?? 0, duration, zoneOf(zone))),
      formatInstant(parseInstant(to) ?? 0),
    );
  });
}

test("hours include their end, civil days do not", () => {
  const zone = zoneOf("Europe/Warsaw");
  const from = parseInstant("2026-06-01T10:00:00Z") ?? 0;
  assert.equal(lastMoment(from, { amount: 48, unit: "hours" }, zone), parseInstant("2026-06-03T10:00:00Z"));
  const end = parseInstant("2026-07-01T22:00:00Z") ?? 0;
  const last = lastMoment(from, { amount: 30, unit: "days" }, zone);
  assert.ok(last < end && last > end - 1);
});

test("what is no duration is none", () => {
  for (const text of [
    "48",
    "48hours",
    "-1 days",
    "1.5 hours",
    "ten working days",
    "10 workdays",
    "two days",
  ]) {
    assert.equal(parseDuration(text), undefined, text);
  }
});

test("gaps are told in two units at most", () => {
  assert.equal(gapInWords(47 * 60_000), "47 minutes");
  assert.equal(gapInWords(1000), "1 second");
  assert.equal(gapInWords(51 * 3_600_000 + 61_000), "2 days and 3 hours");
});
