import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { Platform } from "../../../platform/index.ts";
import type { Instruction, Provider, ProviderAnswer } from "../../matter.ts";
import { askTestPayment, insertTestPayment, type TestPayment } from "./testStore.ts";

/** What the bank does with each method, and what it answers at first. */
const METHODS: Readonly<Record<string, { readonly books: TestPayment["outcome"]; readonly loses: boolean }>> =
  {
    test_success: { books: "succeeded", loses: false },
    test_declined: { books: "failed", loses: false },
    test_pending: { books: "pending", loses: false },
    test_unknown: { books: "succeeded", loses: true },
    test_unknown_declined: { books: "failed", loses: true },
  };

/** A bank for sandboxes and tests. It keeps books of its own and honours keys, as a real one does. */
export const testProvider: Provider = {
  name: "test",
  methods: Object.keys(METHODS),
  async carryOut(platform, collection) {
    const method = METHODS[collection.method];
    assert(method !== undefined, `the test provider knows no method ${collection.method}`);
    const booked = await book(platform, collection, method.books);
    return method.loses ? { outcome: "unknown" } : answerOf(booked);
  },
  async ask(platform, { key }) {
    const booked = await askTestPayment(platform.database, key);
    return booked === undefined ? undefined : answerOf(booked);
  },
};

async function book(
  platform: Platform,
  { key, amount, method }: Instruction,
  outcome: TestPayment["outcome"],
): Promise<TestPayment> {
  const reference = `test_${createHash("sha256").update(key).digest("hex").slice(0, 24)}`;
  const booked = await insertTestPayment(platform.database, {
    key,
    providerRef: reference,
    method,
    amountMinor: amount.amount,
    currency: amount.currency,
    outcome,
    at: platform.clock.now(),
  });
  assert(
    booked.amountMinor === amount.amount && booked.currency === amount.currency,
    `the key ${key} was used for another amount`,
  );
  return booked;
}

function answerOf({ outcome, providerRef }: TestPayment): ProviderAnswer {
  return outcome === "failed" ? { outcome, providerRef, reason: "declined" } : { outcome, providerRef };
}
