import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, describe, test } from "node:test";
import { runTerms, seeds } from "../../../test/terms/runTerms.ts";
import { seedsText, termsFolder, waterCase } from "../../../test/terms/termsFiles.ts";

const { given, remove } = termsFolder();
after(remove);
const dearer = given("dearer.terms.md", seedsText.replace("| 185 |", "| 195.00 |"));
const longer = given("longer.terms.md", seedsText.replace("window: 48 hours", "window: 96 hours"));

const lines = [0, 1, 2].map((uses) => ({
  id: `case-${uses}`,
  decision: "coverage",
  facts: { ...waterCase, plan: { ...waterCase.plan, uses } },
}));
const cases = given("cases.ndjson", lines.map((line) => JSON.stringify(line)).join("\n"));

describe("terms diff", () => {
  test("says the data in sentences and shows an example of each class", () => {
    const ran = runTerms(["terms", "diff", seeds, longer]);
    assert.equal(ran.code, 0);
    assert.match(ran.stdout, /activate\.aircraft: 48 hours -> 96 hours, wider for the customer/);
    assert.match(ran.stdout, /activation: refused -> allowed, better for the customer/);
    assert.match(ran.stdout, /as in "aircraft, one second late"/);
  });

  test("of a version with itself finds nothing, in three layers of JSON", () => {
    const ran = runTerms(["terms", "diff", seeds, seeds, "--json"]);
    const { text, data, effect } = JSON.parse(ran.stdout);
    assert.deepEqual([ran.code, text, data, effect.classes], [0, { changes: [], findings: [] }, [], []]);
  });
});

describe("terms replay", () => {
  test("prints each changed case with both receipts, and the report last", () => {
    const table = given("changed.csv", "");
    const ran = runTerms(["terms", "replay", seeds, dearer, "--cases", cases, "--json", "--csv", table]);
    const [row, { report }] = ran.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.equal(ran.code, 0);
    assert.deepEqual(
      [row.id, row.verdict, row.before.fee.amount, row.after.fee.amount, row.causes],
      ["case-1", "worse", 18500, 19500, [1]],
    );
    assert.deepEqual([report.cases, report.same, report.worse], [3, 2, 1]);
    assert.deepEqual(
      report.money.map(({ currency, moved }: { currency: string; moved: number }) => [currency, moved]),
      [["PLN", 1000]],
    );
    assert.match(
      readFileSync(table, "utf-8"),
      /^no,id,.*\r\n2,case-1,coverage,worse,plan,plan,18500,19500,,,PLN,PLN,1\r\n$/,
    );
  });

  test("tells people how many, for whom, how much and by which edit", () => {
    const ran = runTerms(["terms", "replay", seeds, dearer, "--cases", cases]);
    assert.match(ran.stdout, /3 cases: 2 same, 0 better, 1 worse, 0 undecided/);
    assert.match(ran.stdout, /PLN: customers pay 10\.00 PLN more/);
    assert.match(ran.stdout, /edit 1: fee\.table: .*185 -> 195\.00, narrower for the customer: .*1 worse/);
  });

  test("tells its progress on standard error", () => {
    const many = given("many.ndjson", `${JSON.stringify(lines[0])}\n`.repeat(20_000));
    const ran = runTerms(["terms", "replay", seeds, seeds, "--cases", many]);
    assert.match(ran.stderr, /^10000 cases\n20000 cases\n/m);
    assert.match(ran.stdout, /20000 cases: 20000 same/);
  });
});
