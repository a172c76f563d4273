import { deepEqual, notEqual } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { holdLife } from "../../../test/support/holdLife.ts";
import { simulateHold } from "../../../test/support/simulateHold.ts";
import { wrongPlans } from "../../../test/support/wrongPlans.ts";
import { planHold } from "./planHold.ts";

describe("the plan of a hold", () => {
  test("leaves no gap, captures nothing early, and leaves nothing behind, whatever happens", () => {
    fc.assert(
      fc.property(holdLife, (life) => {
        deepEqual(simulateHold(life, planHold).faults, []);
      }),
      { numRuns: 800 },
    );
  });

  for (const { name, fault, plan } of wrongPlans) {
    test(`is not one that ${name}: it is found by ${fault}`, () => {
      const lives = fc.sample(holdLife, { numRuns: 400, seed: 20_261_121 });
      const found = lives.find((life) => simulateHold(life, plan).faults.includes(fault));
      notEqual(found, undefined);
    });
  }
});
