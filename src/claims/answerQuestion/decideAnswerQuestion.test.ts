import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import type { MismatchKind } from "../questions/index.ts";
import { decideAnswerQuestion } from "./decideAnswerQuestion.ts";

type Facts = Parameters<typeof decideAnswerQuestion>[1];

function caseOf(about: MismatchKind | undefined, state: Facts["state"], outcome: string): Facts {
  const question = about === undefined ? null : { no: 1, about, says: "?", askedAt: "2026-09-05T10:00:00Z" };
  return { question, state, receipt: { outcome } as Facts["receipt"], appeal: null };
}

describe("an answer to what was asked about a parcel", () => {
  for (const [answer, about, state, outcome, follows] of [
    ["go_on", "condition_differs", "received", "plan", "goes_on"],
    ["go_on", "parts_missing", "received", "hold", "no_such_answer"],
    ["send_rest", "parts_missing", "received", "hold", "awaits_parcel"],
    ["send_right", "another_device", "reported", "plan", "awaits_parcel"],
    ["send_right", "parts_missing", "received", "hold", "no_such_answer"],
    ["send_back", "parts_missing", "received", "hold", "goes_back"],
    ["send_back", "another_maker", "reported", "plan", "cancelled"],
    ["send_back", undefined, "received", "plan", "no_question"],
  ] as const) {
    it(`${answer} of ${about ?? "nothing"} while ${state}, ${outcome}: ${follows}`, () => {
      const decision = decideAnswerQuestion(answer, caseOf(about, state, outcome));
      equal(decision.accepted ?? decision.refused?.code, follows);
    });
  }

  it("waits while the decision is contested", () => {
    const contested = { ...caseOf("condition_differs", "received", "plan"), appeal: "asked" as const };
    equal(decideAnswerQuestion("go_on", contested).refused?.code, "appeal_open");
  });
});
