import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InputProblem } from "./inputProblem.ts";
import { checkedFacts, parseFacts } from "./readFacts.ts";

/** Runs something on foreign input: it may answer or say what is wrong, and nothing else. */
function answersOrExplains(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof InputProblem, String(error));
    assert.doesNotMatch(error.message, /\n|\bat .+:\d+:\d+/);
  }
}

const group = fc.constantFrom("at", "code", "device", "plan", "incident", "claim", "invitation", "weather");
const fact = fc.constantFrom(
  "serial",
  "model",
  "at",
  "uses",
  "parts",
  "cause",
  "activatedAt",
  "__proto__",
  "colour",
);

describe("facts from outside", () => {
  test("any JSON is taken as facts or explained", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => answersOrExplains(() => checkedFacts(value, "It"))));
  });

  test("any value of any fact is taken or explained", () => {
    const facts = fc.dictionary(group, fc.dictionary(fact, fc.jsonValue()));
    fc.assert(fc.property(facts, (value) => answersOrExplains(() => checkedFacts(value, "It"))));
  });

  test("any text is read or explained", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => answersOrExplains(() => parseFacts(text, "It"))),
    );
  });

  test("so is text that is nested ten thousand deep", () => {
    answersOrExplains(() => parseFacts("[".repeat(10_000), "It"));
    answersOrExplains(() =>
      checkedFacts({ device: { serial: JSON.parse(`${"[".repeat(10_000)}${"]".repeat(10_000)}`) } }, "It"),
    );
  });

  test("a case of replay is told from facts", () => {
    assert.throws(() => checkedFacts({ decision: "offer", facts: {} }, "Line 1"), /Line 1 .*under "facts"/);
  });

  test("a mistake names the fact and what it may be", () => {
    assert.throws(
      () => checkedFacts({ device: { colour: "red" } }, "It"),
      /^InputProblem: It .*device\.colour/,
    );
    assert.throws(
      () => checkedFacts({ incident: { lost: "perhaps" } }, "It"),
      /incident\.lost.*partial, total/,
    );
  });
});
