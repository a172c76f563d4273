import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { readTerms } from "../terms/index.ts";
import { waitsIn } from "./waitsIn.ts";

const REFERENCE = readFileSync(
  new URL("../../programmes/dji-care-refresh/seeds.terms.md", import.meta.url),
  "utf8",
);

/** The waits of the reference programme with one more clause. */
function waitsWith(duty: readonly string[]): readonly object[] {
  const clause = [
    "",
    "### 99.1 Another duty {#another.duty}",
    "",
    "Do it.",
    "",
    "```terms",
    ...duty,
    "```",
    "",
  ];
  const { document, findings } = readTerms({ file: "t", text: REFERENCE + clause.join("\n") });
  assert.ok(document !== undefined, JSON.stringify(findings.slice(0, 3)));
  return waitsIn(document);
}

const pay = ["kind: duty", "who: owner", "must: pay", "of: claim.quotedAt", "done: claim.paidAt"];
const wait = { clause: "another.duty", from: "claim.quotedAt", until: "claim.paidAt" };

describe("how long the terms wait for an owner", () => {
  const table: [string, readonly string[], readonly object[]][] = [
    ["days", [...pay, "within: 45 days"], [{ ...wait, days: 45 }]],
    ["weeks, in days", [...pay, "within: 2 weeks"], [{ ...wait, days: 14 }]],
    [
      "what holds once there is a quotation",
      [...pay, "within: 9 days", "when: { claim.quotedAt: not never }", "presume: { claim.quotedAt: never }"],
      [{ ...wait, days: 9 }],
    ],
    ["nothing of hours", [...pay, "within: 48 hours"], []],
    [
      "nothing that is for some cases only",
      [...pay, "within: 9 days", "when: { claim.channel: online }"],
      [],
    ],
    ["nothing of what others must do", [...pay.with(1, "who: centre"), "within: 9 days"], []],
    ["nothing of a duty without a time", pay.slice(0, 3), []],
  ];
  for (const [what, duty, waits] of table) {
    it(`is read from its duties: ${what}`, () => assert.deepEqual(waitsWith(duty), waits));
  }

  it("is nowhere in the reference programme, whose pages are silent", () => {
    const { document } = readTerms({ file: "t", text: REFERENCE });
    assert.deepEqual(document === undefined ? undefined : waitsIn(document), []);
  });
});
