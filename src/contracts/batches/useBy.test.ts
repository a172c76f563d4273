import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { endOfUse, warnAt } from "./useBy.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);

test("a code may be used until its last day is over in its zone, whatever the clocks do", () => {
  equal(endOfUse(day("2026-06-30"), "Atlantic/Azores").toString(), "2026-07-01T00:00:00Z");
  equal(endOfUse(day("2026-12-31"), "Atlantic/Azores").toString(), "2027-01-01T01:00:00Z");
  equal(endOfUse(day("2026-10-24"), "Atlantic/Azores").toString(), "2026-10-25T00:00:00Z");
  equal(endOfUse(day("2026-06-30"), "Pacific/Honolulu").toString(), "2026-07-01T10:00:00Z");
});

test("buyers are told thirty days and seven days before, as far as that is to come", () => {
  const ends = at("2026-07-01T00:00:00Z");
  const told = (now: string) => warnAt(ends, at(now)).map(({ dueAt }) => dueAt.toString());
  deepEqual(told("2026-01-01T00:00:00Z"), ["2026-06-01T00:00:00Z", "2026-06-24T00:00:00Z"]);
  deepEqual(told("2026-06-01T00:00:00Z"), ["2026-06-24T00:00:00Z"]);
  deepEqual(told("2026-06-24T00:00:00Z"), []);
});
