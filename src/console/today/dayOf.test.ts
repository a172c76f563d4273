import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { dayOf } from "./dayOf.ts";

it("a day has the instant it is of, begins at midnight, and ends where the next begins", () => {
  const years = { min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) };
  fc.assert(
    fc.property(fc.integer(years), (now) => {
      const { from, to } = dayOf(now);
      assert.ok(Date.parse(from) <= now && now < Date.parse(to));
      assert.equal(new Date(from).getHours() + new Date(from).getMinutes(), 0);
      assert.equal(dayOf(Date.parse(to)).from, to);
    }),
  );
});
