import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { recoveryStates } from "../recoveries/index.ts";
import { answers, decideAnswerRecovery } from "./decideAnswerRecovery.ts";

const sent = { state: "sent", amountMinor: 1_000 } as const;

test("what is accepted and what is written off are the whole, to the minor unit", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 10 ** 12 }),
      fc.constantFrom(...answers),
      fc.nat(),
      (amountMinor, answer, part) => {
        const minor = 1 + (part % (amountMinor - 1));
        const { accepted } = decideAnswerRecovery({ state: "sent", amountMinor }, { answer, minor });
        assert.equal((accepted?.acceptedMinor ?? 0) + (accepted?.writtenOffMinor ?? 0), amountMinor);
      },
    ),
  );
});

test("in part is more than nothing and less than all", () => {
  for (const minor of [undefined, 0, -1, 1_000, 1_001]) {
    const decision = decideAnswerRecovery(sent, { answer: "partly", minor });
    assert.equal(decision.refused?.code, "recovery_not_in_part");
  }
});

test("only what was sent is answered, and once", () => {
  for (const state of recoveryStates.filter((one) => one !== "sent")) {
    for (const answer of answers) {
      const decision = decideAnswerRecovery({ ...sent, state }, { answer, minor: 5 });
      assert.equal(decision.refused?.code, "recovery_not_at_this_step");
    }
  }
});
