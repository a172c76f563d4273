import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { instant } from "../../../test/support/cases.ts";
import { appointmentStates } from "./appointment.ts";
import { type ArrivalFacts, judgeArrival, judgeTakingBack } from "./judgeArrival.ts";

const startsAt = instant("2026-09-07T08:00:00Z");
const facts: ArrivalFacts = {
  appointment: { state: "booked", startsAt },
  claim: { state: "reported" },
  hasLive: false,
  zone: "Europe/Warsaw",
  at: startsAt,
};
const missed = { appointment: { state: "no_show", startsAt } } as const;

const table: readonly (readonly [string, Partial<ArrivalFacts>, string])[] = [
  ["in time", {}, "expected"],
  ["early that day, by the clock of the centre", { at: instant("2026-09-06T22:00:00Z") }, "expected"],
  ["a second before that day", { at: instant("2026-09-06T21:59:59Z") }, "check_in_not_open"],
  ["missed, and here later that day", { ...missed, at: instant("2026-09-07T21:59:59Z") }, "late"],
  [
    "missed, and here the day after",
    { ...missed, at: instant("2026-09-07T22:00:00Z") },
    "appointment_not_at_this_step",
  ],
  ["missed, and booked again", { ...missed, hasLive: true }, "appointment_exists"],
  ["missed, and the case is over", { ...missed, claim: { state: "cancelled" } }, "claim_not_at_this_step"],
];

describe("a check-in", () => {
  for (const [when, more, expected] of table) {
    it(`is ${expected} when ${when}`, () => {
      const { accepted, refused } = judgeArrival({ ...facts, ...more });
      assert.equal(accepted ?? refused?.code, expected);
    });
  }

  for (const state of appointmentStates) {
    it(`of one that is ${state} is decided by its state`, () => {
      const { refused } = judgeArrival({ ...facts, appointment: { state, startsAt } });
      const isOpen = ["held", "booked", "no_show"].includes(state);
      assert.equal(refused?.code, isOpen ? undefined : "appointment_not_at_this_step");
    });
  }

  it("says on which day it opens", () => {
    const { refused } = judgeArrival({ ...facts, at: instant("2026-09-04T08:00:00Z") });
    assert.match(refused?.says ?? "", /opens on 2026-09-07/);
  });

  for (const [minutes, isBrought, code] of [
    [0, false, undefined],
    [15, false, undefined],
    [16, false, "check_in_stands"],
    [1, true, "check_in_stands"],
  ] as const) {
    it(`is taken back after ${minutes} minutes${isBrought ? ", taken in" : ""}: ${code ?? "yes"}`, () => {
      const at = startsAt.add({ minutes });
      const { refused } = judgeTakingBack({ state: "arrived", arrivedAt: startsAt }, { isBrought, at });
      assert.equal(refused?.code, code);
    });
  }
});
