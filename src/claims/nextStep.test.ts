import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { droppedCamera, instant } from "../../test/support/cases.ts";
import type { Receipt } from "../terms/index.ts";
import { type Claim, claimStates } from "./claim.ts";
import { nextStepOf } from "./nextStep.ts";

const outcome = (name: Receipt["outcome"]): Partial<Claim> => ({
  receipt: { ...droppedCamera().receipt, outcome: name },
});

describe("the next step of a claim", () => {
  const steps: [string, Partial<Claim> & Pick<Claim, "state">, string, string][] = [
    ["is reported", { state: "reported" }, "owner", "send"],
    ["was received whole", { state: "received", ...outcome("plan") }, "centre", "inspect"],
    ["was received in part", { state: "received", ...outcome("hold") }, "owner", "send_rest"],
    ["was inspected", { state: "inspected" }, "owner", "choose"],
    ["waits for its fee", { state: "chosen", route: "plan" }, "owner", "pay"],
    ["is paid and gets another unit", { state: "paid", route: "plan" }, "centre", "replace"],
    ["is paid and gets a repair", { state: "paid", route: "paid" }, "centre", "ship"],
    ["is repaired for nothing", { state: "paid", route: "warranty" }, "centre", "ship"],
    ["goes back as it is", { state: "paid", route: "return" }, "centre", "ship"],
    ["has its new unit", { state: "replaced", route: "plan" }, "centre", "ship"],
    ["was shipped", { state: "shipped" }, "carrier", "arrive"],
    ["is closed", { state: "closed" }, "nobody", "none"],
    ["was cancelled", { state: "cancelled" }, "nobody", "none"],
  ];
  for (const [which, change, who, what] of steps) {
    it(`that ${which}: ${who}, ${what}`, () => {
      assert.deepEqual(nextStepOf(droppedCamera(change)), { who, what });
    });
  }

  it("is told for every state there is", () => {
    const told = new Set(steps.map(([, { state }]) => state));
    assert.deepEqual(
      claimStates.filter((state) => !told.has(state)),
      [],
    );
  });

  it("says by when, where a deadline stands over it", () => {
    const dueAt = instant("2026-10-10T10:00:00Z");
    const step = nextStepOf(droppedCamera({ state: "chosen" }), dueAt);
    assert.deepEqual(step, { who: "owner", what: "pay", by: "2026-10-10T10:00:00Z" });
  });
});
