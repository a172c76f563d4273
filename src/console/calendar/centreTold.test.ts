import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Centre } from "./calendarQueries.ts";
import { readTold, toldOf } from "./centreTold.ts";

const sheet = {
  name: "Harbour Repairs",
  channels: ["counter" as const],
  address: { line1: "4 Mill Lane", line2: "Yard", postcode: "10115", city: "Berlin" },
  country: "DE",
  place: { latitude: 52, longitude: 13 },
  zone: "Europe/Berlin",
  regions: ["EU", "UK"],
  models: ["osmo-action-4"],
  series: ["osmo"],
  hours: {
    monday: [
      { from: "09:00", to: "12:30" },
      { from: "13:30", to: "24:00" },
    ],
  },
  exceptions: [{ on: "2026-12-24", name: "Short day", openings: [{ from: "09:00", to: "12:00" }] }],
  benches: [{ no: 3, name: "Cameras", models: ["osmo-action-4"], series: [] }],
  designations: [{ regions: ["EU"], models: [], priority: 10 }],
  ...{ slotMinutes: 30, noticeMinutes: 0, aheadDays: 14 },
};

describe("a centre that is typed", () => {
  it("is what it was when nothing is changed", () => {
    const centre = { ...sheet, id: "cen_1", version: 3, takes: true } as Centre;
    assert.deepEqual(readTold(toldOf(centre)), { body: sheet, faults: {} });
  });

  it("begins with one bench and no hours", () => {
    const { benches, hours } = readTold(toldOf(undefined)).body;
    assert.deepEqual([benches.length, hours], [1, {}]);
  });

  const monday = (text: string) => {
    const told = toldOf(undefined);
    const { body, faults } = readTold({ ...told, boxes: { ...told.boxes, monday: text } });
    return faults["/hours/monday"] === undefined ? body.hours.monday : "fault";
  };
  const cases: readonly (readonly [string, unknown])[] = [
    ["9:00 – 12:00", [{ from: "09:00", to: "12:00" }]],
    [" ", undefined],
    ["nine to five", "fault"],
    ["09:00", "fault"],
    ["09:10-10:00", "fault"],
    ["09:00-25:00", "fault"],
    [
      "09:00-10:00,,10:15-11:00",
      [
        { from: "09:00", to: "10:00" },
        { from: "10:15", to: "11:00" },
      ],
    ],
  ];
  for (const [text, expected] of cases) {
    it(`takes the hours "${text}" for ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(monday(text), expected);
    });
  }
});
