import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatDay } from "../format/formatDate.ts";
import { codesAsked } from "./codesAsked.ts";

describe("what a list of codes is asked", () => {
  for (const zone of ["Europe/Berlin", "America/New_York", "Pacific/Auckland", "UTC"]) {
    it(`begins with the first instant that ${zone} shows under the day that was chosen`, () => {
      process.env.TZ = zone;
      const since = String(codesAsked({ since: "2026-06-13" }).since);
      const before = new Date(Date.parse(since) - 1).toISOString();
      assert.deepEqual([formatDay(since), formatDay(before)], ["Sat 13 Jun 2026", "Fri 12 Jun 2026"]);
    });
  }

  it("leaves out what is only half typed", () => {
    assert.deepEqual(codesAsked({ since: "2026-06", last4: "A1", order: "ord_1", sku: "", state: "sold" }), {
      state: "sold",
    });
  });
});
