import assert from "node:assert/strict";
import { test } from "node:test";
import { referenceTerms } from "../../../test/support/referenceTerms.ts";
import { factsAnswered } from "../../terms/index.ts";
import { questionOf } from "./askQuestions.ts";
import { fitAnswer } from "./fitAnswer.ts";

const now = "2026-06-13T10:00:00Z";
const terms = referenceTerms();

function asked(model: string, plan: string, region: string, answers: Readonly<Record<string, string>>) {
  const { decision, ...rest } = questionOf("plan", now);
  const facts = factsAnswered({ decision, ...rest }, { model, plan, region, ...answers });
  return terms.decide(decision, facts);
}

const rows = [
  [
    "a fresh camera",
    "osmo-action-4",
    "care-2y",
    "EU",
    { activated: "never" },
    "2026-06-13",
    "ok",
    /at any time/,
  ],
  [
    "a camera of June",
    "osmo-action-4",
    "care-2y",
    "EU",
    { firstUsedOn: "2026-06-01" },
    "2026-06-13",
    "ok",
    /by end of Wed 1 Jul/,
  ],
  [
    "a late camera",
    "osmo-action-4",
    "care-2y",
    "EU",
    { firstUsedOn: "2026-04-01" },
    "2026-06-13",
    "problem",
    /./,
  ],
  [
    "little time left",
    "mavic-3",
    "care-1y",
    "US",
    { firstUsedOn: "2026-06-12" },
    "2026-06-13",
    "needs",
    /Order now/,
  ],
  [
    "a code that comes late",
    "mavic-3",
    "care-1y",
    "US",
    { firstUsedOn: "2026-06-12" },
    "2026-06-20",
    "needs",
    /Sat 20 Jun 2026/,
  ],
] as const;

for (const [given, model, plan, region, answers, promisedOn, state, says] of rows) {
  test(`${given}: ${state}`, () => {
    const neverUsed = "activated" in answers;
    const answer = fitAnswer(asked(model, plan, region, answers), { now, promisedOn, neverUsed });
    assert.equal(answer?.state, state);
    assert.match(answer?.says.join(" ") ?? "", says);
  });
}
