import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { ProviderAnswer } from "../matter.ts";
import { believe, decideRecordOutcome } from "./outcome.ts";

const at = Temporal.Instant.from("2026-06-01T10:00:00Z");
const open = { at, reason: null, startedAt: at, answeredAt: null } as const;

const answers: Readonly<Record<ProviderAnswer["outcome"], ProviderAnswer>> = {
  succeeded: { outcome: "succeeded", providerRef: "ref_1" },
  failed: { outcome: "failed", reason: "no_money" },
  pending: { outcome: "pending" },
  unknown: { outcome: "unknown" },
};

const decide = (outcome: ProviderAnswer["outcome"], state: "pending" | "unknown", asks = 0) =>
  decideRecordOutcome(answers[outcome], { ...open, state, asks });

test("money moved: the try succeeds, nobody asks again", () => {
  for (const before of ["pending", "unknown"] as const) {
    const ended = { state: "succeeded", reason: null, askAgainAt: undefined, news: [] };
    deepEqual(decide("succeeded", before), ended);
  }
});

test("money refused: the try fails with its reason", () => {
  const ended = { state: "failed", reason: "no_money", askAgainAt: undefined, news: [] };
  deepEqual(decide("failed", "unknown"), ended);
});

test("a lost answer is told once, and asked about again ever later", () => {
  const first = decide("unknown", "pending");
  equal(first.state, "unknown");
  deepEqual(first.news, ["Unknown"]);
  const again = decide("unknown", "unknown", 1);
  deepEqual(again.news, []);
  const minutes = [0, 1, 2, 3, 4, 5, 50].map((asks) =>
    decide("unknown", "unknown", asks).askAgainAt?.since(at).total("minutes"),
  );
  deepEqual(minutes, [1, 2, 5, 15, 30, 60, 60]);
});

test("pending is no news; what was unknown stays unknown until the provider is sure", () => {
  equal(decide("pending", "pending").state, "pending");
  deepEqual(decide("pending", "pending").news, []);
  equal(decide("pending", "unknown").state, "unknown");
});

test("a try that is open after a day is told for a person to look at, once", () => {
  const day = at.add({ hours: 24 });
  const told = (now: Temporal.Instant, answeredAt: Temporal.Instant | null) =>
    decideRecordOutcome({ outcome: "unknown" }, { ...open, state: "unknown", asks: 30, at: now, answeredAt })
      .news;
  deepEqual(told(day.subtract({ seconds: 1 }), at), []);
  deepEqual(told(day, day.subtract({ hours: 1 })), ["Unresolved"]);
  deepEqual(told(day.add({ hours: 5 }), null), ["Unresolved"]);
  deepEqual(told(day.add({ hours: 1 }), day), []);
});

test("another amount or currency than was asked for is never believed, and told once", () => {
  const asked = { amount: { amount: 5_900, currency: "EUR" } };
  const moved = (amount: number, currency: string) =>
    believe({ outcome: "succeeded", providerRef: "r", amount: { amount, currency } }, asked);
  deepEqual(
    [moved(5_900, "EUR"), moved(5_899, "EUR"), moved(5_900, "USD")].map(({ outcome, reason }) => [
      outcome,
      reason,
    ]),
    [
      ["succeeded", undefined],
      ["unknown", "amount_mismatch"],
      ["unknown", "currency_mismatch"],
    ],
  );
  const first = decideRecordOutcome(moved(1, "EUR"), { ...open, state: "pending", asks: 0 });
  deepEqual([first.state, first.reason, first.news], ["unknown", "amount_mismatch", ["Mismatched"]]);
  const again = { ...open, state: "unknown", reason: "amount_mismatch", asks: 1 } as const;
  deepEqual(decideRecordOutcome(moved(1, "EUR"), again).news, []);
});
