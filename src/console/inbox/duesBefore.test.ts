import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatInstant } from "../format/formatDate.ts";
import { duesBefore } from "./duesBefore.ts";

describe("what is due before a day", () => {
  const table: [string, string, string, boolean][] = [
    ["2026-12-03T22:59:59Z", "Europe/Berlin", "Thu 3 Dec 2026, 23:59", true],
    ["2026-12-03T23:00:00Z", "Europe/Berlin", "Fri 4 Dec 2026, 00:00", false],
    ["2026-12-04T04:59:59Z", "America/New_York", "Thu 3 Dec 2026, 23:59", true],
    ["2026-12-04T05:00:00Z", "America/New_York", "Fri 4 Dec 2026, 00:00", false],
    ["2026-12-03T10:59:59Z", "Pacific/Auckland", "Thu 3 Dec 2026, 23:59", true],
    ["2026-12-03T11:00:00Z", "Pacific/Auckland", "Fri 4 Dec 2026, 00:00", false],
    ["2026-12-03T23:59:59Z", "UTC", "Thu 3 Dec 2026, 23:59", true],
    ["2026-12-04T00:00:00Z", "UTC", "Fri 4 Dec 2026, 00:00", false],
  ];
  for (const [dueAt, zone, shown, isBefore] of table) {
    it(`${isBefore ? "has" : "leaves out"} what is shown as ${shown} in ${zone}`, () => {
      const { asked, isShown } = duesBefore("2026-12-04");
      assert.equal(formatInstant(dueAt, zone), shown);
      const isAsked = Date.parse(dueAt) < Date.parse(String(asked.to));
      assert.equal(isAsked && isShown({ dueAt, zone }), isBefore);
    });
  }

  it("is everything where no day was chosen", () => {
    const { asked, isShown } = duesBefore(undefined);
    assert.deepEqual([asked, isShown({ dueAt: "2026-12-03T22:59:59Z", zone: "UTC" })], [{}, true]);
  });
});
