import { doesNotThrow, throws } from "node:assert/strict";
import { test } from "node:test";
import { openMetrics } from "../../src/platform/metrics.ts";
import { assertBudgets } from "./budgets.ts";

const told = async (runs: readonly (readonly [string, number])[]): Promise<string> => {
  const metrics = openMetrics();
  for (const [act, statements] of runs) {
    metrics.observeStatements(act, statements);
  }
  return await metrics.text();
};

test("acts within their budgets pass, one statement more does not", async () => {
  const within: readonly (readonly [string, number])[] = [
    ["POST /v1/activations", 10],
    ["POST /v1/orders", 30],
    ["POST /v1/orders/{id}/payment", 8],
    ["POST /v1/claims/{id}/choice", 10],
    ["POST /v1/contracts/{id}/cancellation", 20],
    ["POST /v1/contracts/{id}/auto-renewal", 15],
    ["POST /v1/contracts/{id}/auto-renewal/cancellation", 10],
    ["POST /v1/transfers/{id}/answer", 15],
    ["POST /v1/keys", 99],
  ];
  const text = await told(within);
  doesNotThrow(() => assertBudgets(text));
  for (const [act, more] of [
    ["POST /v1/activations", 11],
    ["POST /v1/orders", 31],
    ["POST /v1/claims/{id}/choice", 11],
    ["POST /v1/contracts/{id}/cancellation", 21],
    ["POST /v1/contracts/{id}/auto-renewal/cancellation", 11],
    ["POST /v1/transfers/{id}/answer", 16],
  ] as const) {
    const over = await told([...within, [act, more]]);
    throws(
      () => assertBudgets(over),
      (error) => error instanceof Error && error.message.startsWith(`over budget: ${act}: 1 of 2;`),
    );
  }
});

test("a run that found held rows too old may be over by reading them, and no other run", async () => {
  const metrics = openMetrics();
  metrics.observeStatements("POST /v1/claims", 11);
  metrics.countStatement("terms_versions");
  const once = await metrics.text();
  doesNotThrow(() => assertBudgets(once));
  metrics.observeStatements("POST /v1/claims", 11);
  const twice = await metrics.text();
  throws(() => assertBudgets(twice), /POST \/v1\/claims: 2 of 2; held rows were read 1 times/);
});

test("where nothing was counted nothing is proved", async () => {
  const text = await told([]);
  throws(() => assertBudgets(text), /no act with a budget/);
});
