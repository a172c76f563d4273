import assert from "node:assert/strict";
import { readsOfHeld } from "../support/heldReads.ts";

/** How many statements one run of an act may send, begin, commit and idempotency included. */
const BUDGETS: readonly (readonly [RegExp, number])[] = [
  [/^POST \/v1\/activations$/, 10],
  [/^POST \/v1\/orders/, 30],
  [/^POST \/v1\/claims/, 10],
  // These move a contract and its money in one transaction, and lock and look at both.
  [/^POST \/v1\/contracts\/[^/]+\/cancellation$/, 20],
  [/^POST \/v1\/contracts\/[^/]+\/renewal$/, 15],
  [/^POST \/v1\/contracts\/[^/]+\/auto-renewal$/, 15],
  [/^POST \/v1\/contracts\/[^/]+\/auto-renewal\/cancellation$/, 10],
  [/^POST \/v1\/contracts\/[^/]+\/transfer$/, 15],
  [/^POST \/v1\/transfers\//, 15],
];

/**
 * What the steps of an advance exchange send, above the ten of other claims: the hold, its card and its try
 * are written and followed in the same transaction, under the same lock.
 */
export const ADVANCE_BUDGETS = { payment: 14, shipment: 17, intake: 17 } as const;

/** Fails when a run of an act sent more statements than its budget. Reads the text of /metrics. */
export function assertBudgets(metrics: string): void {
  const acts = runsOfActs(metrics);
  assert.ok(acts.length > 0, "no act with a budget was counted");
  const over = acts.filter(([, runs, within]) => runs !== within);
  const runsOver = over.reduce((sum, [, runs, within]) => sum + runs - within, 0);
  const told = over.map(([act, runs, within]) => `${act}: ${runs - within} of ${runs}`).join(", ");
  const read = readsOfHeld(metrics);
  assert.ok(runsOver <= read, `over budget: ${told}; held rows were read ${read} times`);
}

function runsOfActs(metrics: string): readonly (readonly [string, number, number])[] {
  const counts = [...metrics.matchAll(/^evermend_act_statements_count\{act="([^"]+)"\} (\d+)$/gm)];
  return counts.flatMap(([, act = "", runs]) => {
    const budget = BUDGETS.find(([route]) => route.test(act))?.[1];
    const label = `le="${budget}",act="${act}"`;
    const line = metrics
      .split("\n")
      .find((one) => one.startsWith("evermend_act_statements_bucket") && one.includes(label));
    return budget === undefined ? [] : [[act, Number(runs), Number(line?.split(" ").at(-1))] as const];
  });
}
