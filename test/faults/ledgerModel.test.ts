import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { simulateLedger } from "./money/simulateLedger.ts";

const SEED = 20_261_122;

test("whatever is sold, earned, paid back, disputed or paid out, the books are as modelled", async (t) => {
  const came = await simulateLedger({ runs: 4, steps: 40, seed: SEED });
  t.diagnostic(`n=${came.taken} seed=${SEED} ${JSON.stringify(came.seen)}`);
  deepEqual(came.violations, []);
  ok(Object.keys(came.seen).length >= 12, "much has happened");
  equal(came.heldAndLost, 0, "a hold whose device never came was taken in the end");
  deepEqual(came.undetected, [], "each fault that was put into the books was found");
});
