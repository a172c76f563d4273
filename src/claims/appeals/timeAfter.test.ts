import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { endOfDays } from "../waitingDays.ts";
import { timeAfter } from "./timeAfter.ts";

const at = (text: string) => Temporal.Instant.from(text);
const zone = "Europe/Warsaw";

describe("what is left of a deadline after an appeal", () => {
  for (const [says, due, from, to, left] of [
    ["the same day", "2026-09-10T22:00Z", "2026-09-05T10:00Z", "2026-09-05T18:00Z", "2026-09-10T22:00Z"],
    ["ten days on", "2026-09-10T22:00Z", "2026-09-05T10:00Z", "2026-09-15T18:00Z", "2026-09-20T22:00Z"],
    ["over the clock", "2026-10-20T22:00Z", "2026-10-15T10:00Z", "2026-10-30T10:00Z", "2026-11-04T23:00Z"],
    ["its last day", "2026-09-05T22:00Z", "2026-09-05T21:59Z", "2026-09-12T10:00Z", "2026-09-12T22:00Z"],
  ] as const) {
    it(says, () => {
      assert.equal(timeAfter(at(due), { from: at(from), to: at(to), zone }).toString(), at(left).toString());
    });
  }

  it("is never less than was left, and never a day more", () => {
    const hours = fc.integer({ min: 0, max: 24 * 90 });
    const zones = fc.constantFrom("Europe/Warsaw", "UTC", "Pacific/Honolulu", "Asia/Tokyo");
    fc.assert(
      fc.property(hours, fc.integer({ min: 0, max: 60 }), hours, zones, (start, days, still, where) => {
        const from = at("2026-03-01T00:00Z").add({ hours: start });
        const due = endOfDays(from, days, where);
        const to = from.add({ hours: still });
        const resumed = timeAfter(due, { from, to, zone: where });
        const gained = resumed.since(to).total("hours") - due.since(from).total("hours");
        return Math.abs(gained) <= 25 && resumed.since(to).total("hours") > 24 * days - 1;
      }),
    );
  });
});
