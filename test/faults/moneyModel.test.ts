import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { simulateMoney } from "./money/simulateMoney.ts";

const SEED = 20_261_121;

test("whatever is done with plans, the books are what a small model says", async (t) => {
  const came = await simulateMoney({ runs: 6, steps: 40, seed: SEED });
  t.diagnostic(`n=${came.taken} seed=${SEED} ${JSON.stringify(came.seen)}`);
  deepEqual(came.violations, []);
  equal(came.missing, 0);
  equal(came.findsPlanted, true, "and one posting too many is found");
});
