import assert from "node:assert/strict";
import { test } from "node:test";
import { differences, limit, plan, type Row, replacement } from "../samples/limitRows.ts";
import { smallTerms } from "../samples/smallTerms.ts";

test("a limit for each contract year, nothing carried over", () => {
  const terms = smallTerms(limit("grants: 1\nper: contract-year"), plan);
  const years = { "plan.startsAt": "2025-03-10T09:00:00Z", "plan.endsAt": "2027-03-09T23:00:00Z" };
  const at = (incident: string): Row["facts"] => ({ ...years, "incident.at": incident });
  assert.deepEqual(
    differences(terms, [
      { name: "first year", facts: at("2025-06-01T10:00:00Z"), outcome: "plan", nth: 1, left: 0 },
      {
        name: "S41: the year's one is used",
        facts: at("2026-06-01T10:00:00Z"),
        uses: replacement("2026-04-01T10:00:00Z"),
        outcome: "paid",
        against: ["limit"],
      },
      {
        name: "last year's does not count",
        facts: at("2026-06-01T10:00:00Z"),
        uses: replacement("2025-04-01T10:00:00Z"),
        outcome: "plan",
        nth: 1,
      },
      {
        name: "the last moment of the first year",
        facts: at("2026-03-09T22:59:59Z"),
        uses: replacement("2025-04-01T10:00:00Z"),
        outcome: "paid",
      },
      {
        name: "the first moment of the second",
        facts: at("2026-03-09T23:00:00Z"),
        uses: replacement("2025-04-01T10:00:00Z"),
        outcome: "plan",
      },
      {
        name: "a use without an instant counts in every year",
        facts: at("2026-06-01T10:00:00Z"),
        uses: 1,
        outcome: "paid",
      },
      {
        name: "a use whose instant is not known",
        facts: at("2026-06-01T10:00:00Z"),
        uses: [{ benefit: "replacement", at: "unknown" }],
        outcome: "undecided",
        needs: ["plan.uses"],
      },
      {
        name: "a use known by its year, across the boundary",
        facts: at("2026-06-01T10:00:00Z"),
        uses: [{ benefit: "replacement", at: { from: "2026-01-01", to: "2026-12-31" } }],
        outcome: "undecided",
        needs: ["plan.uses"],
      },
      {
        name: "a use known by its month, on one side of it",
        facts: at("2026-06-01T10:00:00Z"),
        uses: [{ benefit: "replacement", at: { from: "2026-04-01", to: "2026-04-30" } }],
        outcome: "paid",
      },
      {
        name: "an incident whose day is not known",
        facts: at("unknown"),
        uses: replacement("2025-04-01T10:00:00Z"),
        outcome: "undecided",
        needs: ["incident.at"],
      },
      { name: "unless nothing was used", facts: at("unknown"), uses: [], outcome: "plan" },
      { name: "or so much that no year has one left", facts: at("unknown"), uses: 1, outcome: "paid" },
      {
        name: "29 February: the year ends with the 28th",
        facts: {
          "plan.startsAt": "2028-02-29T09:00:00Z",
          "incident.at": "2029-02-28T12:00:00Z",
        },
        uses: replacement("2028-06-01T10:00:00Z"),
        outcome: "paid",
      },
    ]),
    [],
  );
});

test("what a contract year leaves over is added to the next one, and to no other", () => {
  const terms = smallTerms(limit("grants: 1\nper: contract-year\ncarry: next"), plan);
  const at = (incident: string): Row["facts"] => ({
    "plan.startsAt": "2024-03-09T23:00:00Z",
    "plan.endsAt": "2027-03-09T23:00:00Z",
    "incident.at": incident,
  });
  assert.deepEqual(
    differences(terms, [
      { name: "the first year has one", facts: at("2024-06-01T10:00:00Z"), outcome: "plan", nth: 1, left: 0 },
      { name: "the second two", facts: at("2025-06-01T10:00:00Z"), outcome: "plan", nth: 1, left: 1 },
      {
        name: "the third two, not three",
        facts: at("2026-06-01T10:00:00Z"),
        outcome: "plan",
        nth: 1,
        left: 1,
      },
      {
        name: "one if the second used both",
        facts: at("2026-06-01T10:00:00Z"),
        uses: replacement("2025-05-01T10:00:00Z", "2025-05-02T10:00:00Z"),
        outcome: "plan",
        left: 0,
      },
      {
        name: "two if the second used what was carried into it",
        facts: at("2026-06-01T10:00:00Z"),
        uses: replacement("2025-05-01T10:00:00Z"),
        outcome: "plan",
        left: 1,
      },
    ]),
    [],
  );
});

test("a calendar year begins on 1 January, in the zone of the plan", () => {
  const terms = smallTerms(limit("grants: 1\nper: calendar-year\ncounts-by: claim.at"), plan);
  const at = (claim: string): Row["facts"] => ({ "claim.at": claim });
  const uses = replacement("2025-06-01T10:00:00Z");
  assert.deepEqual(
    differences(terms, [
      { name: "still the old year in Warsaw", facts: at("2025-12-31T22:59:59Z"), uses, outcome: "paid" },
      { name: "the new one", facts: at("2025-12-31T23:00:00Z"), uses, outcome: "plan" },
    ]),
    [],
  );
});

test("three in any twelve months", () => {
  const terms = smallTerms(limit("grants: 3\nper: rolling 12 months\ncounts-by: claim.at"), plan);
  const at = (claim: string): Row["facts"] => ({ "claim.at": claim });
  const three = replacement("2025-03-10T10:00:00Z", "2025-09-01T10:00:00Z", "2025-12-01T10:00:00Z");
  assert.deepEqual(
    differences(terms, [
      {
        name: "the fourth, a day short of twelve months",
        facts: at("2026-03-09T22:59:59Z"),
        uses: three,
        outcome: "paid",
      },
      {
        name: "the same date of the next year",
        facts: at("2026-03-09T23:00:00Z"),
        uses: three,
        outcome: "plan",
        nth: 3,
        left: 0,
      },
      {
        name: "before all of them, with room on that side",
        facts: at("2024-12-01T10:00:00Z"),
        uses: three,
        outcome: "plan",
      },
      {
        name: "before all of them, in one stretch with them",
        facts: at("2025-01-05T10:00:00Z"),
        uses: three,
        outcome: "paid",
      },
      { name: "three without instants", facts: at("2026-03-09T23:00:00Z"), uses: 3, outcome: "paid" },
    ]),
    [],
  );
});

test("twelve months that begin with the first use, then again with the next one", () => {
  const terms = smallTerms(limit("grants: 2\nper: 12 months from first use\ncounts-by: claim.at"), plan);
  const at = (claim: string): Row["facts"] => ({ "claim.at": claim });
  const two = replacement("2025-03-10T10:00:00Z", "2026-02-01T10:00:00Z");
  assert.deepEqual(
    differences(terms, [
      { name: "both in the first stretch", facts: at("2026-03-01T10:00:00Z"), uses: two, outcome: "paid" },
      {
        name: "a new one begins",
        facts: at("2026-03-10T10:00:00Z"),
        uses: two,
        outcome: "plan",
        nth: 1,
        left: 1,
      },
    ]),
    [],
  );
});
