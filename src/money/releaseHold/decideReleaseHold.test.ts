import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { askedHold } from "../../../test/support/askedHold.ts";
import { holdStates, isFinal } from "../holds/index.ts";
import { decideReleaseHold } from "./decideReleaseHold.ts";

test("a hold is released by a person while it lives, whatever the terms say", () => {
  for (const state of holdStates) {
    const { accepted, refused } = decideReleaseHold(askedHold({ state }));
    const expected = isFinal(state) ? [undefined, "hold_over"] : ["release", undefined];
    deepEqual([accepted, refused?.code], expected, state);
  }
});

test("one that is on its way to its end goes its way", () => {
  for (const ending of ["capture", "release"] as const) {
    deepEqual(decideReleaseHold(askedHold({ ending })).refused?.code, "hold_underway");
  }
});
