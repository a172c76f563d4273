import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import type { AttemptState, ChargeState } from "../charge.ts";
import { decideAllocate } from "./allocation.ts";

const tried = (method: string, state: AttemptState) => ({
  ...{ no: 1, method, state, reason: null, nextUrl: null, answered: true },
});

const facts = (
  state: ChargeState,
  more: { paidMinor?: number; attempt?: ReturnType<typeof tried>; invoiced?: number } = {},
) => ({
  charge: { state, amountMinor: 1_000, attempt: more.attempt ?? null },
  paidMinor: more.paidMinor ?? 0,
  receivable: more.invoiced === undefined ? undefined : { amountMinor: 1_000, paidMinor: more.invoiced },
});

const waiting = tried("bank_transfer", "pending");
const cases = [
  ["too little is a part", 999, facts("open", { attempt: waiting }), "part", 999],
  ["just enough completes it", 1_000, facts("open", { attempt: waiting }), "whole", 1_000],
  ["what was missing completes it", 1, facts("open", { attempt: waiting, paidMinor: 999 }), "whole", 1],
  ["too much completes it, and no more is taken", 5_000, facts("open", { attempt: waiting }), "whole", 1_000],
  ["unasked for, without any try", 1_000, facts("open"), "whole", 1_000],
  ["after a card was declined", 1_000, facts("open", { attempt: tried("card", "failed") }), "whole", 1_000],
  ["nothing is owed any more", 1_000, facts("cancelled"), "balance", 0],
  ["it is paid", 1_000, facts("captured", { attempt: tried("card", "succeeded") }), "balance", 0],
  ["an invoice is paid in part", 400, facts("captured", { invoiced: 0 }), "invoice", 400],
  ["an invoice is paid to the end", 900, facts("captured", { invoiced: 400 }), "invoice", 600],
  ["an invoice was paid", 900, facts("captured", { invoiced: 1_000 }), "balance", 0],
] as const;

for (const [given, amount, known, way, takenMinor] of cases) {
  test(given, () => deepEqual(decideAllocate(amount, known), { way, takenMinor }));
}

for (const state of ["pending", "unknown"] as const) {
  test(`while a card is ${state} nobody guesses how that ends`, () => {
    deepEqual(decideAllocate(1_000, facts("open", { attempt: tried("card", state) })), undefined);
  });
}
