import assert from "node:assert/strict";
import { test } from "node:test";
import type { Facts } from "../index.ts";
import { factsAnswered, fieldsDue, type Question } from "./factsAnswered.ts";

const question: Question = {
  decision: "coverage",
  given: { at: "2026-06-01T00:00:00Z", incident: { lost: "none", stolen: false } },
  asks: {
    region: ["plan.region", "claim.region"],
    uses: ["plan.uses"],
    parts: ["incident.parts"],
    stolen: ["incident.stolen"],
    day: ["incident.at"],
  },
  first: ["region", "uses"],
};

const table: readonly (readonly [Readonly<Record<string, string>>, Facts])[] = [
  [{}, {}],
  [{ region: "", uses: " ", parts: "", stolen: "", day: "" }, {}],
  [{ region: "EU" }, { plan: { region: "EU" }, claim: { region: "EU" } }],
  [{ uses: "2" }, { plan: { uses: 2 } }],
  [{ uses: "two" }, {}],
  [{ parts: "camera, battery" }, { incident: { lost: "none", stolen: false, parts: ["camera", "battery"] } }],
  [{ stolen: "yes" }, { incident: { lost: "none", stolen: true } }],
  [{ stolen: "perhaps" }, {}],
  [{ day: "2026-05-30" }, { incident: { lost: "none", stolen: false, at: "2026-05-30" } }],
  [{ nothing: "asked for" }, {}],
];

for (const [answers, told] of table) {
  test(`what is filled in is told: ${JSON.stringify(answers)}`, () => {
    assert.deepEqual(factsAnswered(question, answers), { ...question.given, ...told });
  });
}

test("a question is asked when its first fields are filled in", () => {
  assert.deepEqual(fieldsDue(question, { parts: "camera", uses: " " }), ["region", "uses"]);
  assert.deepEqual(fieldsDue(question, { region: "EU", uses: "0" }), []);
});
