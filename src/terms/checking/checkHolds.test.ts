import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readTerms } from "../reading/readTerms.ts";
import { checkTerms } from "./checkTerms.ts";

const text = readFileSync(new URL("../samples/exchange.terms.md", import.meta.url), "utf8");

function codesOf(edit: (text: string) => string): readonly string[] {
  const edited = edit(text);
  const { document, findings } = readTerms({ file: "exchange.terms.md", text: edited });
  return [...findings, ...(document === undefined ? [] : checkTerms(document))].map(
    ({ code, clause }) => `${code} ${clause}`,
  );
}

/** Puts a test on signals into the rule after this line. */
const testing = (line: string): ((text: string) => string) => {
  const [key] = line.split(": {");
  return (before) => {
    const after = before.replace(line, line.replace(`${key}: {`, `${key}: { signals: fewer than 50,`));
    assert.notEqual(after, before);
    return after;
  };
};

test("signals are sound in a requirement that a person reviews", () => {
  assert.deepEqual(
    codesOf((same) => same),
    ["hold_ends_early exchange.hold"],
  );
});

test("signals may refuse nothing, wherever they stand", () => {
  const lines = [
    ["when: { claim.returnedShare: at least 50 }", "exchange.half"],
    ["for: { claim.channel: quick }", "quick.scope"],
    ["when: { claim.channel: quick }", "exchange.return"],
    ["when: { claim.wants: replacement }", "route.plan"],
    ["when: { plan.status: active }", "transfer.holder"],
    ["when: { plan.billing: monthly }", "transfer.monthly"],
  ] as const;
  for (const [line, clause] of lines) {
    assert.ok(codesOf(testing(line)).includes(`signal_refuses ${clause}`), clause);
  }
  const strict = codesOf((before) => before.replace("curable: review\n", ""));
  assert.ok(strict.includes("signal_refuses review.signals"));
});

test("a hold that ends before the return is due is found, unless somebody has to authorise it anew", () => {
  const longer = (before: string): string => before.replace("lasts: 168 hours", "lasts: 15 days");
  assert.deepEqual(codesOf(longer), []);
  const duty = [
    ...["### 3.5 Anew {#hold.anew}", "", "We ask your card again.", "Source: made for the tests.", ""],
    ...["```terms", "kind: duty", "who: centre", "must: authorise the hold anew", "decision: return"],
    ...["within: 6 days", "of: claim.heldAt", "```", "", "## 4 Ways"],
  ].join("\n");
  assert.deepEqual(
    codesOf((before) => before.replace("## 4 Ways", duty)),
    [],
  );
});
