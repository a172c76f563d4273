import { equal } from "node:assert/strict";
import { test } from "node:test";
import { askedHold, DUE, NOTICED } from "../../../test/support/askedHold.ts";
import { decideRemindHold } from "./decideRemindHold.ts";

test("a message before the deadline reminds; after it, or for a wrong device, it is the notice", () => {
  const said = (more: Parameters<typeof askedHold>[0]) => {
    const { accepted, refused } = decideRemindHold(askedHold(more));
    return accepted ?? refused.code;
  };
  const before = DUE.subtract({ nanoseconds: 1 });
  equal(said({ at: before }), "reminder");
  equal(said({ at: before, answer: "ask" }), "reminder");
  equal(said({ at: before, answer: "capture" }), "capture");
  equal(said({ at: before, answer: "review" }), "capture");
  equal(said({ at: DUE }), "capture");
  equal(said({ at: DUE, noticedAt: NOTICED }), "hold_noticed");
  equal(said({ dueAt: null }), "hold_not_due");
  equal(said({ ending: "capture" }), "hold_underway");
  equal(said({ state: "lapsed" }), "hold_over");
});
