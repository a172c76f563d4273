import { equal } from "node:assert/strict";
import { test } from "node:test";
import { isDueToAsk, isProved, pauseAfter, type VatNumber } from "./vatNumber.ts";

const day = (text: string) => Temporal.Instant.from(`${text}T12:00:00Z`);
const number: VatNumber = {
  ...{ vatId: "DE136695976", numberId: "n", country: "DE", nameTold: null, registeredAs: null, missed: 0 },
  ...{ state: "valid", provedAt: day("2026-01-01"), askedAt: day("2026-01-01"), proof: "W1" },
};
const unproved: VatNumber = { ...number, state: "unproved", provedAt: null, askedAt: null, proof: null };

test("a proof counts for 120 days and is asked for anew after 90", () => {
  for (const [at, proved, due] of [
    ["2026-01-02", true, false],
    ["2026-03-31", true, false],
    ["2026-04-01", true, true],
    ["2026-04-30", true, true],
    ["2026-05-01", false, true],
  ] as const) {
    equal(isProved(number, day(at)), proved, at);
    equal(isDueToAsk(number, day(at)), due, at);
  }
});

test("a number that was refused, or that nobody answered for, proves nothing", () => {
  const refused: VatNumber = { ...number, state: "not_valid" };
  equal(isProved(refused, day("2026-01-02")), false);
  equal(isDueToAsk(refused, Temporal.Instant.from("2026-01-02T11:59:59Z")), false);
  equal(isDueToAsk(refused, day("2026-01-02")), true, "it may have been entered since");
  equal(isProved(unproved, day("2026-01-02")), false);
  equal(isDueToAsk(unproved, day("2026-01-02")), true);
  equal(
    isDueToAsk({ ...unproved, askedAt: day("2026-01-01") }, day("2026-01-02")),
    false,
    "its deadline asks",
  );
});

test("the pauses grow to a day", () => {
  equal([0, 1, 2, 3].map((missed) => pauseAfter(missed).minutes).join(), "5,10,20,40");
  equal(pauseAfter(1_000).minutes, 1_440);
});
