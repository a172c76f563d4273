import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Centre } from "./centre.ts";
import { designatedCentre } from "./designatedCentre.ts";
import { unfitOf } from "./fitOf.ts";
import { openingsOn } from "./openingsOn.ts";
import { slotsOn } from "./slotsOn.ts";

const centre: Centre = {
  ...{
    centreId: "a",
    name: "A",
    channels: ["parcel", "counter"],
    address: { line1: "1", postcode: "1", city: "C" },
  },
  ...{ country: "DE", place: null, zone: "Europe/Berlin", regions: ["EU"], models: [], series: [] },
  ...{ hours: {}, exceptions: [], benches: [{ no: 1, name: "1", models: [], series: [] }], designations: [] },
  ...{ slotMinutes: 30, noticeMinutes: 0, aheadDays: 30, closedAt: null, version: 1 },
};

const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "America/Santiago",
];
const quarter = fc.integer({ min: 0, max: 96 });
const timeOf = (count: number) =>
  `${String(Math.floor(count / 4)).padStart(2, "0")}:${String((count % 4) * 15).padStart(2, "0")}`;

/** A day's openings in order, from sorted quarters of an hour. */
const openings = fc
  .uniqueArray(quarter, { minLength: 2, maxLength: 6 })
  .map((all) => all.toSorted((a, b) => a - b))
  .map((all) =>
    Array.from({ length: Math.floor(all.length / 2) }, (_, index) => ({
      from: timeOf(all[index * 2] as number),
      to: timeOf(all[index * 2 + 1] as number),
    })),
  );

const day = fc
  .integer({ min: 0, max: 800 })
  .map((days) => Temporal.PlainDate.from("2026-01-01").add({ days }));

describe("the slots of a day", () => {
  it("lie in the openings, never overlap, and are as many as there is room for, whatever clocks do", () => {
    const drawn = fc.record({
      zone: fc.constantFrom(...zones),
      slotMinutes: fc.constantFrom(15, 30, 45, 60, 90),
      openings,
      day,
      isHoliday: fc.boolean(),
      benches: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(drawn, ({ zone, slotMinutes, openings: given, day: on, isHoliday, benches }) => {
        const each = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        const hours = Object.fromEntries(each.map((name) => [name, given]));
        const at = { ...centre, zone, slotMinutes, hours };
        const holidays = new Map(isHoliday ? [[on.toString(), "Rest"]] : []);
        const numbers = Array.from({ length: benches }, (_, index) => ({ no: index + 1 }));
        const { open } = openingsOn(at, holidays, on);
        const { slots } = slotsOn(at, holidays, on, numbers, []);
        const length = slotMinutes * 60_000;
        const room = open.reduce(
          (sum, { from, to }) => sum + Math.floor((to.epochMilliseconds - from.epochMilliseconds) / length),
          0,
        );
        assert.equal(slots.length, room);
        assert.equal(
          slots.reduce((sum, { free }) => sum + free, 0),
          room * benches,
        );
        assert.ok(!isHoliday || room === 0);
        for (const [index, { startsAt, endsAt }] of slots.entries()) {
          const starts = startsAt.epochMilliseconds;
          const before = slots[index - 1]?.endsAt.epochMilliseconds ?? Number.NEGATIVE_INFINITY;
          assert.ok(starts >= before && starts % 900_000 === 0);
          assert.ok(
            open.some(
              ({ from, to }) =>
                from.epochMilliseconds <= starts && endsAt.epochMilliseconds <= to.epochMilliseconds,
            ),
          );
        }
      }),
      { numRuns: 400 },
    );
  });

  it("of a night of 25 hours are two more than of one of 24, of 23 two fewer", () => {
    const at = {
      ...centre,
      hours: { saturday: [{ from: "00:00", to: "24:00" }], sunday: [{ from: "00:00", to: "24:00" }] },
    };
    const count = (on: string) =>
      slotsOn(at, new Map(), Temporal.PlainDate.from(on), centre.benches, []).slots.length;
    assert.deepEqual([count("2026-10-24"), count("2026-10-25"), count("2026-03-29")], [48, 50, 46]);
  });

  it("are free on fewer benches where some of their time is taken, also by longer slots of before", () => {
    const at = { ...centre, hours: { monday: [{ from: "09:00", to: "10:00" }] } };
    const on = Temporal.PlainDate.from("2026-09-07");
    const taken = [{ bench: 1, startsAt: Temporal.Instant.from("2026-09-07T07:15:00Z") }];
    const { slots } = slotsOn(at, new Map(), on, [{ no: 1 }, { no: 2 }], taken);
    assert.deepEqual(
      slots.map(({ free }) => free),
      [1, 2],
    );
  });

  it("follow an exception before a holiday", () => {
    const exceptions = [{ on: "2026-12-25", name: "Open", openings: [{ from: "10:00", to: "11:00" }] }];
    const found = openingsOn(
      { ...centre, exceptions },
      new Map([["2026-12-25", "Christmas"]]),
      Temporal.PlainDate.from("2026-12-25"),
    );
    assert.deepEqual([found.open.length, found.name], [1, "Open"]);
  });
});

describe("the centre a case goes to", () => {
  const need = { region: "EU", model: "osmo-action-4", series: "osmo-action", channel: "parcel" } as const;
  const named = (centreId: string, more: Partial<Centre>): Centre => ({ ...centre, centreId, ...more });
  const designated = (priority: number, models: string[] = []) => ({
    designations: [{ regions: ["EU"], models, priority }],
  });

  it("is the one designated first, then the first by id, and none that does not take it", () => {
    const cases: readonly (readonly [Centre[], string | undefined])[] = [
      [[named("b", {}), named("a", {})], "a"],
      [[named("a", designated(20)), named("b", designated(10))], "b"],
      [[named("a", {}), named("b", designated(900))], "b"],
      [[named("a", designated(1, ["mavic-3"])), named("b", designated(900))], "b"],
      [[named("a", { regions: ["US"], ...designated(1) }), named("b", {})], "b"],
      [[named("a", { channels: ["counter"] })], undefined],
      [[named("a", { closedAt: Temporal.Instant.from("2026-01-01T00:00:00Z") })], undefined],
    ];
    for (const [centres, expected] of cases) {
      assert.equal(designatedCentre(centres, need)?.centreId, expected);
    }
  });

  it("says why it does not take a case", () => {
    const benches = [{ no: 1, name: "1", models: ["mavic-3"], series: [] }];
    assert.equal(unfitOf(named("a", { benches }), need), "other_model");
    assert.equal(unfitOf(named("a", { regions: ["US"] }), need), "other_region");
    assert.equal(
      unfitOf(named("a", { channels: ["parcel"] }), { ...need, channel: "counter" }),
      "no_counter",
    );
    assert.equal(unfitOf(named("a", { series: ["osmo-action"] }), need), undefined);
  });
});
