import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, describe, test } from "node:test";
import { broken, runTerms, seeds } from "../../../test/terms/runTerms.ts";
import { seedsText, termsFolder } from "../../../test/terms/termsFiles.ts";

const { given, remove } = termsFolder();
after(remove);

/** The code of a finding, the clause it belongs to, and what stands in its line of the document. */
const mistakes: readonly [string, string | undefined, string][] = [
  ["front_matter_key", undefined, "colour: blue"],
  ["date_invalid", undefined, "from: 2026-02-30"],
  ["zone_unknown", undefined, "Europe/Atlantis"],
  ["currency_unknown", undefined, "JPX"],
  ["country_unknown", undefined, "ZZ"],
  ["value_unknown", "list.series", "flying-thing"],
  ["value_unknown", "list.series", "wings"],
  ["cell_empty", "list.series", "| spark | aircraft |  |"],
  ["row_twice", "list.models", "| mavic-3 | mavic |"],
  ["value_unknown", "list.models", "bricks"],
  ["window_empty", "activate.nothing", ""],
  ["figure_unknown", "list.models", "{{number}}"],
  ["unit_unknown", "activate.unit", "3 fortnights"],
  ["kind_unknown", "activate.kind", "kind: suggestion"],
  ["field_unknown", "activate.fields", "colour: blue"],
  ["fact_unknown", "activate.fields", "code.colour"],
  ["value_unknown", "activate.fields", "sold off"],
  ["test_unfit", "activate.fields", "at least 3"],
  ["field_missing", "activate.missing", "kind: require"],
  ["rule_twice", "activate.two", ""],
  ["yaml_invalid", "activate.yaml", "kind: [require"],
  ["yaml_alias", "activate.alias", "&state"],
  ["key_twice", "activate.key", "decision: offer"],
  ["clause_twice", "activate.key", "2.10 The same id"],
  ["rule_missing", "activate.silent", "2.11 No rule"],
  ["open_question", "activate.open", "OPEN: may a device"],
  ["source_missing", "activate.open", "2.12 An open question"],
  ["clause_id_invalid", undefined, "{#Activate Code}"],
  ["clause_unknown", "cover.except", ""],
  ["fence_unknown", "cover.fence", "```rules"],
  ["amount_decimals", "fee.table", "100.555"],
  ["amount_invalid", "fee.table", "cheap"],
  ["currency_unknown", "fee.table", "EURO"],
  ["value_unknown", "route.plan", "route: scenic"],
  ["base_unknown", "route.plan", "from: nobody"],
  ["value_unknown", "route.plan", "boredom"],
  ["fact_unknown", "route.plan", "weather"],
];

interface Found {
  readonly code: string;
  readonly clause?: string;
  readonly line: number;
}

describe("a document with every mistake we could think of", () => {
  const ran = runTerms(["terms", "check", broken, "--json"]);
  const found: readonly Found[] = JSON.parse(ran.stdout).findings;
  const lines = readFileSync(broken, "utf-8").split("\n");

  test("ends with 5, and knows more than twenty kinds of mistake", () => {
    assert.equal(ran.code, 5);
    assert.ok(new Set(mistakes.map(([code]) => code)).size > 20);
  });

  for (const [code, clause, text] of mistakes) {
    test(`${code} in ${clause ?? "no clause"}: ${text}`, () => {
      const hit = found.filter((each) => each.code === code && each.clause === clause);
      assert.ok(
        hit.some(({ line }) => lines[line - 1]?.includes(text)),
        `found ${JSON.stringify(found.filter((each) => each.code === code))}`,
      );
    });
  }

  test("the findings are told with file, line and clause", () => {
    const { stdout } = runTerms(["terms", "check", broken]);
    assert.match(stdout, /^test\/terms\/broken\.terms\.md:\d+:\d+: error zone_unknown: .*Europe\/Atlantis/m);
    assert.match(stdout, /^test\/terms\/broken\.terms\.md:\d+:\d+: error kind_unknown: activate\.kind: /m);
  });
});

describe("terms check", () => {
  test("the reference programme has no findings", () => {
    const ran = runTerms(["terms", "check", seeds]);
    assert.deepEqual([ran.code, ran.stdout], [0, ""]);
    assert.match(ran.stderr, /1 document checked, 0 findings/);
  });

  test("a file that cannot be read does not hide the findings of the next", () => {
    const ran = runTerms(["terms", "check", "--json", "nowhere.md", broken]);
    const report = JSON.parse(ran.stdout);
    assert.equal(ran.code, 2);
    assert.match(report.files[0].problem, /no file nowhere/);
    assert.ok(report.findings.length > 20);
    assert.equal(report.files[1].findings, report.findings.length);
  });

  test("the mark at the beginning of a UTF-8 file is no mistake", () => {
    assert.equal(runTerms(["terms", "check", given("mark.terms.md", `\ufeff${seedsText}`)]).code, 0);
  });
});
