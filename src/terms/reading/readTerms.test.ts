import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkTerms, type Finding, factProblems, readTerms } from "../index.ts";
import { faults } from "../samples/faults.ts";

const text = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");

function findingsOf(source: string): readonly Finding[] {
  const { document, findings } = readTerms({ file: "sample.terms.md", text: source });
  return document === undefined ? findings : [...findings, ...checkTerms(document)];
}

test("a fault is named with its line and column", () => {
  const line = text.split("\n").indexOf("window: 30 days") + 1;
  const [finding] = findingsOf(text.replace("window: 30 days", "window: 30 moons"));
  assert.deepEqual([finding?.line, finding?.column], [line, 9]);
});

test("all faults of a document are reported in one run", () => {
  // Those that change how the rest is read would hide it, and some need what others take away.
  const alone = [
    "clause_level",
    "cell_invalid",
    "front_matter_missing",
    "rule_outside",
    "example_invalid",
    "yaml_too_deep",
    "fence_open",
  ];
  const together = faults.filter(([code, , before]) => !alone.includes(code) && !before.startsWith("terms:"));
  const planted = new Set<string>();
  const broken = together.reduce((source, [code, , before, after]) => {
    if (source.split(before).length === 2) {
      planted.add(code);
      return source.replace(before, after.replace("‸", ""));
    }
    return source;
  }, text);
  const codes = new Set(findingsOf(broken).map(({ code }) => code));
  const missing = [...planted].filter((code) => !codes.has(code));
  assert.deepEqual(missing, []);
  assert.ok(planted.size >= 40);
});

test("files that are no terms at all are one or a few findings", () => {
  for (const source of [
    "",
    "\0\0\0",
    "---\n",
    "---\n---\n",
    "# Only a title\n",
    "\uFFFD",
    "[".repeat(50_000),
    "> ".repeat(4000),
  ]) {
    const { document, findings } = readTerms({ file: "odd.md", text: source });
    assert.equal(document, undefined);
    assert.ok(findings.length > 0 && findings.length < 40);
  }
});

test("a file of five megabytes is refused before it is read", () => {
  const { findings } = readTerms({ file: "big.md", text: "x".repeat(5_000_000) });
  assert.deepEqual(
    findings.map(({ code }) => code),
    ["file_too_long"],
  );
});

test("lines may end as Windows ends them", () => {
  assert.deepEqual(findingsOf(text.replaceAll("\n", "\r\n")), []);
});

test("NO is Norway", () => {
  const { document } = readTerms({ file: "sample.terms.md", text });
  assert.equal(document?.front.regions.get("NO")?.zone, "Europe/Oslo");
});

test("a fence left open is one finding where it opens, whatever it swallows", () => {
  const open = text.replace("formula: full\n```", "formula: full");
  const codes = findingsOf(open).map(({ code, line }) => `${code} ${line}`);
  const line = text.split("\n").indexOf("linked-to: device-return");
  assert.deepEqual(codes, [`fence_open ${line - 1}`]);
  const last = `${text}\n### 9.9 Last {#last.word}\n\nX.\nSource: x.\n\n\`\`\`terms\nkind: note\n`;
  assert.deepEqual(
    findingsOf(last).map(({ code }) => code),
    ["fence_open"],
  );
});

test("a region or currency misspelt in a column that rules look into is found in its cell", () => {
  const sold = [
    ...["## 7 Examples", "", "### 8.1 Sold in {#sold.in}", "", "Where.", "Source: x.", ""],
    ...["| Product | Sold in | Paid in |", "|---|---|---|", "| care-1y | EU, XQ | PLN, ZLT |", ""],
    ...["```terms", "kind: require", "decision: offer", "when:"],
    ...["  device.region: in sold-in of code.product", "  claim.currency: in paid-in of code.product", "```"],
  ].join("\n");
  const codes = findingsOf(text.replace("## 7 Examples", sold)).map(({ code, clause }) => [code, clause]);
  assert.deepEqual(codes, [
    ["value_unknown", "sold.in"],
    ["currency_unknown", "sold.in"],
  ]);
});

test("a fact that is misspelt is answered with the one that was meant, and nonsense with none", () => {
  for (const [told, meant] of [
    ["device.purchasedOn", "device.purchasedAt"],
    ["incident.couse", "incident.cause"],
    ["device.cause", "incident.cause"],
  ] as const) {
    const [group = "", name = ""] = told.split(".");
    const [problem] = factProblems({ [group]: { [name]: "x" } });
    assert.equal(problem?.message, `There is no fact "${told}"; the nearest is ${meant}.`);
  }
  assert.equal(factProblems({ "entirely else": 1 })[0]?.message, 'There is no fact "entirely else".');
});

test("an interval that ends before it begins, and a use at no time, are no facts", () => {
  const uses = (use: object): unknown => ({ plan: { uses: [{ benefit: "replacement", ...use }] } });
  const interval = (from: string, to: string): unknown => ({ incident: { at: { from, to } } });
  for (const facts of [
    interval("2027-01-02", "2027-01-01"),
    interval("2027-01-01T10:00:00Z", "2027-01-01T09:00:00Z"),
    interval("2027-01-04T10:00:00Z", "2027-01-01"),
    uses({ at: "20.03.2026" }),
    uses({ at: 5 }),
    uses({ reversed: "perhaps" }),
    { plan: { price: { amount: 1.5, currency: "EUR" } } },
  ]) {
    assert.equal(factProblems(facts).length, 1, JSON.stringify(facts));
  }
  for (const facts of [
    interval("2027-01-01", "2027-01-01"),
    interval("2027-01-02T10:00:00Z", "2027-01-02"),
    uses({ at: "2026-03-20", reversed: "2026-03-21T00:00:00Z" }),
    uses({ at: "unknown", reversed: "unknown" }),
    uses({ reversed: false }),
  ]) {
    assert.deepEqual(factProblems(facts), [], JSON.stringify(facts));
  }
});
