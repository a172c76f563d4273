import { equal } from "node:assert/strict";
import { test } from "node:test";
import { referenceTerms } from "../../../test/support/referenceTerms.ts";
import { type AskBatchFacts, decideAskBatch } from "./decideAskBatch.ts";

const facts: AskBatchFacts = {
  at: Temporal.Instant.from("2026-06-01T10:00:00Z"),
  product: { plan: "care-2y", models: ["osmo-action-4"], soldAs: "code" },
  region: "EU",
  terms: referenceTerms(),
  zone: "Atlantic/Azores",
  useBy: null,
};
const day = (text: string) => Temporal.PlainDate.from(text);

test("codes of a plan that is sold there may be asked for, with a last day or without", () => {
  equal(decideAskBatch(facts).accepted?.expiresAt, null);
  const dated = decideAskBatch({ ...facts, useBy: day("2026-06-01") });
  equal(dated.accepted?.expiresAt?.toString(), "2026-06-02T00:00:00Z", "today is a last day, too");
});

test("not of a renewal, not with a day that is over, and not where the terms forbid to sell it", () => {
  const renewal = { ...facts.product, soldAs: "renewal" } as const;
  equal(decideAskBatch({ ...facts, product: renewal }).refused?.code, "batch_of_renewals");
  equal(decideAskBatch({ ...facts, useBy: day("2026-05-31") }).refused?.code, "use_by_over");
  const unknown = { ...facts.product, models: ["mavic-pro"] };
  equal(decideAskBatch({ ...facts, product: unknown }).refused?.code, "batch_not_offered");
});
