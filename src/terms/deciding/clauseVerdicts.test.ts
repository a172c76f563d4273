import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { coveredClip, sampleTerms } from "../samples/sampleTerms.ts";
import { withFact } from "./factSetting.ts";

const terms = sampleTerms(readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8"));
const truths = (facts = coveredClip as Parameters<typeof withFact>[0]): ReadonlyMap<string, string> =>
  new Map(terms.clauseVerdicts("coverage", facts).map(({ clause, truth }) => [clause, truth]));

test("every clause says what it comes to by itself, in the order of the document", () => {
  const order = terms.clauses.map(({ id }) => id);
  const found = [...truths().keys()];
  assert.deepEqual(
    found,
    order.filter((id) => found.includes(id)),
  );
  const { because } = terms.decide("coverage", coveredClip);
  const said = because.filter(({ verdict }) => verdict === "holds").map(({ clause }) => clause);
  assert.deepEqual(
    said.filter((clause) => truths().get(clause) !== "yes"),
    [],
  );
});

test("what speaks against an answer is true of an exclusion and not of a requirement", () => {
  const changes = {
    "incident.intentional": true,
    "plan.serial": "C2",
    "plan.uses": 3,
    "claim.returnedParts": [],
  };
  for (const [name, value] of Object.entries(changes)) {
    const facts = withFact(coveredClip, name, value);
    const against = terms.decide("coverage", facts).against;
    assert.ok(against.length > 0, name);
    for (const { clause, verdict } of against) {
      assert.equal(truths(facts).get(clause), verdict === "applies" ? "yes" : "no", `${name}: ${clause}`);
    }
  }
});

test("a clause that rests on a fact nobody told is unknown, and no other is", () => {
  const told = truths();
  const untold = truths(withFact(coveredClip, "incident.intentional", "unknown"));
  const changed = [...told.keys()].filter((clause) => told.get(clause) !== untold.get(clause));
  assert.deepEqual(
    changed.map((clause) => [clause, told.get(clause), untold.get(clause)]),
    [["excl.intentional", "no", "unknown"]],
  );
});
