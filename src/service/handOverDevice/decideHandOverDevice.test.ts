import assert from "node:assert/strict";
import { test } from "node:test";
import { decideHandOverDevice, type HandOverFacts } from "./decideHandOverDevice.ts";

const receipt = { outcome: "plan", uses: null } as unknown as HandOverFacts["receipt"];
const swap: HandOverFacts = {
  ...{
    state: "replaced",
    channel: "swift",
    route: "plan",
    choices: null,
    combined: null,
    receipt,
    core: null,
  },
};

test("a device is handed over when it was brought, is paid, and its replacement is bound", () => {
  const cases: readonly (readonly [Partial<HandOverFacts>, string])[] = [
    [{}, "replaced"],
    [{ state: "paid", route: "return" }, "paid"],
    [{ state: "paid", route: "warranty" }, "paid"],
    [{ state: "paid" }, "claim_not_at_this_step"],
    [{ state: "chosen" }, "claim_not_at_this_step"],
    [{ state: "closed" }, "claim_not_at_this_step"],
    [{ channel: "online" }, "not_for_counter"],
    [{ channel: "quick" }, "not_for_counter"],
    [{ core: "awaited" }, "return_awaited"],
    [{ core: "received" }, "replaced"],
  ];
  for (const [change, expected] of cases) {
    const decision = decideHandOverDevice({ ...swap, ...change });
    assert.equal(decision.accepted?.from ?? decision.refused?.code, expected, JSON.stringify(change));
  }
});
