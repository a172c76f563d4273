import assert from "node:assert/strict";

/** How many statements one run of an act may send, begin, commit and idempotency included. */
const BUDGETS: readonly (readonly [RegExp, number])[] = [
  [/^POST \/v1\/activations$/, 10],
  [/^POST \/v1\/orders/, 30],
  [/^POST \/v1\/claims/, 10],
];

/** Fails when a run of an act sent more statements than its budget. Reads the text of /metrics. */
export function assertBudgets(metrics: string): void {
  const acts = runsOfActs(metrics);
  assert.ok(acts.length > 0, "no act with a budget was counted");
  for (const [act, runs, within] of acts) {
    assert.equal(within, runs, `${act}: ${runs - within} of ${runs} runs sent more than its budget`);
  }
}

/** Each act with a budget: how often it ran, and how often within it. */
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
