import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compileTerms, type Facts, readTerms, type Terms } from "../index.ts";
import { isWorkingDay, rolledDay, workingDayAfter, workingDayFrom } from "./calendar.ts";
import { formatInstant, parseDay, parseInstant } from "./civil.ts";
import { deadlineAfter, parseDuration, rolling } from "./duration.ts";
import { type Zone, zoneNamed } from "./zone.ts";

const warsaw = zoneNamed("Europe/Warsaw") ?? assert.fail();
const day = (text: string): number => parseDay(text) ?? assert.fail(text);
const days = (...texts: readonly string[]): ReadonlySet<number> => new Set(texts.map(day));

const inPoland: Zone = { ...warsaw, holidays: days("2025-05-01", "2025-08-15", "2025-11-11") };

/** Start, duration, whether it rolls, and the end people are told. */
const ends: readonly (readonly [string, string, boolean, string])[] = [
  ["2025-08-01T10:00:00+02:00", "14 days", true, "2025-08-19T00:00:00+02:00"],
  ["2025-08-01T10:00:00+02:00", "14 days", false, "2025-08-16T00:00:00+02:00"],
  ["2025-08-04T10:00:00+02:00", "14 days", true, "2025-08-19T00:00:00+02:00"],
  ["2025-08-02T10:00:00+02:00", "1 week", true, "2025-08-12T00:00:00+02:00"],
  ["2025-10-11T10:00:00+02:00", "1 month", true, "2025-11-13T00:00:00+01:00"],
  ["2025-08-13T20:00:00+02:00", "48 hours", true, "2025-08-15T20:00:00+02:00"],
  ["2025-08-08T10:00:00+02:00", "5 working days", false, "2025-08-19T00:00:00+02:00"],
  ["2025-08-09T10:00:00+02:00", "1 working day", false, "2025-08-12T00:00:00+02:00"],
  ["2025-04-30T23:59:59+02:00", "10 working days", false, "2025-05-16T00:00:00+02:00"],
];

for (const [from, length, rolls, to] of ends) {
  test(`${length} from ${from}${rolls ? ", rolling" : ""}`, () => {
    const duration = rolling(parseDuration(length) ?? assert.fail(), rolls ? "next-working-day" : "none");
    const end = deadlineAfter(parseInstant(from) ?? 0, duration, inPoland);
    assert.equal(formatInstant(end), formatInstant(parseInstant(to) ?? 0));
  });
}

/** Around Easter and Christmas: where, from when, how long, and the end. */
const shortOnes: readonly (readonly [string, string, string, string])[] = [
  ["DE", "2025-04-17T10:00:00+02:00", "1 day", "2025-04-23T00:00:00+02:00"],
  ["DE", "2025-04-17T10:00:00+02:00", "2 days", "2025-04-24T00:00:00+02:00"],
  ["DE", "2025-04-17T10:00:00+02:00", "3 days", "2025-04-24T00:00:00+02:00"],
  ["DE", "2025-04-16T10:00:00+02:00", "4 days", "2025-04-23T00:00:00+02:00"],
  ["PL", "2025-04-17T10:00:00+02:00", "3 days", "2025-04-23T00:00:00+02:00"],
  ["PL", "2025-12-23T10:00:00+01:00", "3 days", "2025-12-31T00:00:00+01:00"],
  ["DE", "2025-12-23T10:00:00+01:00", "3 days", "2025-12-30T00:00:00+01:00"],
  ["PL", "2025-12-23T10:00:00+01:00", "1 week", "2025-12-31T00:00:00+01:00"],
  ["PL", "2025-12-23T10:00:00+01:00", "72 hours", "2025-12-26T10:00:00+01:00"],
];

const easterAndChristmas: Readonly<Record<string, ReadonlySet<number>>> = {
  DE: days("2025-04-18", "2025-04-21", "2025-12-25", "2025-12-26"),
  PL: days("2025-04-21", "2025-12-24", "2025-12-25", "2025-12-26"),
};

for (const [country, from, length, to] of shortOnes) {
  test(`in ${country}, ${length} from ${from}: two working days, where it is two days or more`, () => {
    const zone: Zone = { ...warsaw, holidays: easterAndChristmas[country] ?? assert.fail() };
    const duration = rolling(parseDuration(length) ?? assert.fail(), "next-working-day");
    const end = deadlineAfter(parseInstant(from) ?? 0, duration, zone);
    assert.equal(formatInstant(end), formatInstant(parseInstant(to) ?? 0));
  });
}

test("a rolled time ends with a working day, of two days or more it has two, and never one too many", () => {
  const starts = fc.integer({ min: day("2020-01-01"), max: day("2030-01-01") });
  const some = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 20 });
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 20 }), some, (start, length, offsets) => {
      const zone: Zone = { ...warsaw, holidays: new Set(offsets.map((offset) => start + offset)) };
      const last = rolledDay(start, start + length, zone);
      const worked = (until: number): number =>
        Array.from({ length: until - start }, (_, index) => start + 1 + index).filter((each) =>
          isWorkingDay(each, zone),
        ).length;
      const least = length < 2 ? 1 : 2;
      assert.ok(isWorkingDay(last, zone) && worked(last) >= least);
      assert.ok(
        last === start + length || worked(last - 1) < least || worked(last - 1) === worked(start + length),
      );
    }),
    { numRuns: 300 },
  );
});

test("as many working days lie in a time of working days as it says, and its last day is one", () => {
  const starts = fc.integer({ min: day("2020-01-01"), max: day("2030-01-01") });
  const some = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 20 });
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 30 }), some, (start, count, offsets) => {
      const zone: Zone = { ...warsaw, holidays: new Set(offsets.map((offset) => start + offset)) };
      const last = workingDayAfter(start, count, zone);
      const between = Array.from({ length: last - start }, (_, index) => start + 1 + index);
      assert.equal(between.filter((each) => isWorkingDay(each, zone)).length, count);
      assert.ok(isWorkingDay(last, zone));
      assert.ok(workingDayFrom(start, zone) >= start);
    }),
    { numRuns: 300 },
  );
});

const weekdays: readonly (readonly [string, boolean])[] = [
  ["2025-08-14", true],
  ["2025-08-16", false],
  ["2025-08-17", false],
  ["2025-08-18", true],
  ["1969-12-31", true],
  ["1969-12-28", false],
];

test("Saturdays and Sundays are no working days, before 1970 as after", () => {
  for (const [date, works] of weekdays) {
    assert.equal(isWorkingDay(day(date), warsaw), works, date);
  }
});

const text = `---
terms: calendars
version: "1"
status: published
vocabulary: device-plan/1
language: en
legal-form: service-contract
effective: { from: 2020-01-01, picks-by: plan.startsAt }
regions:
  EU: { zone: Europe/Warsaw, currencies: [EUR], countries: [PL, DE, FR] }
  JP: { zone: Asia/Tokyo, currencies: [JPY], countries: [JP] }
---
# Calendars

## 1 Holidays {#days}

| date | countries | name |
|---|---|---|
| 2025-08-15 | PL, FR | Assumption Day |
| 2025-08-11 | JP | Mountain Day |

Source: made for the tests.

## 2 In time {#told}

Told within {{within}}.
Source: made for the tests.

\`\`\`terms
kind: duty
who: owner
must: tell us
decision: offer
of: device.activatedAt
within: 10 working days
done: device.purchasedAt
if-not: refused
\`\`\`

## 3 Window {#open}

Within {{window}}.
Source: made for the tests.

\`\`\`terms
kind: window
from: device.activatedAt
window: 14 days
roll: next-working-day
\`\`\`
`;

const read = readTerms({ file: "calendars.terms.md", text });
const terms: Terms = compileTerms(read.document ?? assert.fail(JSON.stringify(read.findings)));
const at = (moment: string, region: string, country?: string): Facts => ({
  at: moment,
  code: { region },
  device: { activatedAt: "2025-08-01T10:00:00+02:00" },
  ...(country !== undefined && { holder: { country } }),
});

/** Moment, region, the holder's country, and what it comes to. */
const rolls: readonly (readonly [string, string, string | undefined, string])[] = [
  ["2025-08-18T20:00:00+02:00", "EU", "PL", "allowed"],
  ["2025-08-19T00:00:00+02:00", "EU", "PL", "refused"],
  ["2025-08-18T20:00:00+02:00", "EU", "FR", "allowed"],
  ["2025-08-18T20:00:00+02:00", "EU", "DE", "refused"],
  ["2025-08-18T20:00:00+02:00", "EU", "none", "refused"],
  ["2025-08-18T20:00:00+02:00", "EU", undefined, "undecided"],
  ["2025-08-15T20:00:00+02:00", "EU", undefined, "allowed"],
  ["2025-08-19T20:00:00+02:00", "EU", undefined, "refused"],
  ["2025-08-15T20:00:00+09:00", "JP", undefined, "allowed"],
  ["2025-08-16T20:00:00+09:00", "JP", undefined, "refused"],
];

for (const [moment, region, country, outcome] of rolls) {
  test(`at ${moment} in ${region}, ${country ?? "wherever the holder is"}: ${outcome}`, () => {
    const receipt = terms.decide("activation", at(moment, region, country));
    assert.equal(receipt.outcome, outcome);
    assert.equal(terms.verdict("activation", at(moment, region, country)), outcome);
    assert.deepEqual(receipt.needs, receipt.outcome === "undecided" ? ["holder.country"] : []);
  });
}

test("a duty in working days asks for the country when a holiday decides", () => {
  const told = (country: string | undefined): readonly unknown[] => {
    const facts = at("2025-09-01T10:00:00+02:00", "EU", country);
    const device = { activatedAt: "2025-08-01T10:00:00+02:00", purchasedAt: "2025-08-18T10:00:00+02:00" };
    const { outcome, needs } = terms.decide("offer", { ...facts, device });
    return [outcome, needs];
  };
  assert.deepEqual(told("PL"), ["allowed", []]);
  assert.deepEqual(told("DE"), ["refused", []]);
  assert.deepEqual(told(undefined), ["undecided", ["holder.country"]]);
});

test("a holiday of no calendar and a country of no list are findings in their cells", () => {
  const broken = text.replace("2025-08-11 | JP", "2025-02-30 | XX");
  const { findings } = readTerms({ file: "calendars.terms.md", text: broken });
  assert.deepEqual(
    findings.map(({ code, line, column }) => [code, line, column]),
    [
      ["date_invalid", 20, 3],
      ["country_unknown", 20, 16],
    ],
  );
});

const hosts = [
  ...["Pacific/Apia", "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver"],
  ...["America/Chicago", "America/New_York", "America/St_Johns", "America/Sao_Paulo", "Atlantic/Azores"],
  ...["UTC", "Europe/London", "Europe/Lisbon", "Europe/Warsaw", "Europe/Athens", "Africa/Cairo"],
  ...["Africa/Casablanca", "Europe/Moscow", "Asia/Tehran", "Asia/Dubai", "Asia/Kabul", "Asia/Karachi"],
  ...["Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Shanghai", "Asia/Tokyo"],
  ...["Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Kiritimati"],
];

test("a deadline is the same in thirty zones of the host", async () => {
  const own = process.env.TZ;
  const lengths = ["48 hours", "30 days", "10 working days", "2 weeks", "1 month", "1 year"];
  const offsets = new Set<number>();
  const found = new Set<string>();
  for (const host of hosts) {
    process.env.TZ = host;
    offsets.add(new Date("2026-07-01T00:00:00Z").getTimezoneOffset());
    // Afresh for each host, so that no midnight is remembered from the one before.
    const fresh: typeof import("./zone.ts") = await import(`./zone.ts?host=${host}`);
    const zones = ["Europe/Warsaw", "America/St_Johns", "Australia/Lord_Howe"].map(fresh.zoneNamed);
    const deadlines = zones.flatMap((zone) =>
      ["2026-03-28T02:30:00+01:00", "2026-10-24T23:30:00+02:00", "2028-02-29T12:00:00Z"].flatMap((from) =>
        lengths.map((length) => {
          const duration = rolling(parseDuration(length) ?? assert.fail(), "next-working-day");
          return formatInstant(deadlineAfter(parseInstant(from) ?? 0, duration, zone ?? assert.fail()));
        }),
      ),
    );
    found.add(deadlines.join(" "));
  }
  process.env.TZ = own;
  assert.equal(hosts.length, 30);
  assert.ok(offsets.size > 15, `the host had only ${offsets.size} offsets`);
  assert.equal(found.size, 1);
});
