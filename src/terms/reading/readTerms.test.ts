import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkTerms, type Finding, readTerms } from "../index.ts";

const text = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");

function findingsOf(source: string): readonly Finding[] {
  const { document, findings } = readTerms({ file: "sample.terms.md", text: source });
  return document === undefined ? findings : [...findings, ...checkTerms(document)];
}

/** Each fault: the code it must be found by, the clause, what is replaced and by what. */
const faults: readonly (readonly [string, string | undefined, string, string])[] = [
  ["front_matter_key", undefined, "language: en\n", "language: en\ncolour: red\n"],
  ["zone_unknown", undefined, "Asia/Tokyo", "Asia/Tokio"],
  ["currency_unknown", undefined, "currencies: [NOK]", "currencies: [NKO]"],
  ["country_unknown", undefined, "countries: [NO]", "countries: [NX]"],
  ["date_invalid", undefined, "from: 2026-01-01,", "from: 2026-02-30,"],
  ["key_twice", "activate.aircraft", "window: 48 hours\n", "window: 48 hours\nwindow: 49 hours\n"],
  ["duration_invalid", "renew.plus", "cap: 3 years", "cap: 30 days"],
  ["unit_unknown", "activate.handheld", "window: 30 days", "window: 30 moons"],
  ["kind_unknown", "transfer.none", "kind: transfer", "kind: transfers"],
  [
    "field_unknown",
    "excl.lost",
    "applies-to: [plan, warranty]\nwhen: { incident.lost",
    "colour: red\napplies-to: [plan, warranty]\nwhen: { incident.lost",
  ],
  [
    "field_missing",
    "excl.intentional",
    "applies-to: [plan]\nwhen: { incident.intentional: yes }",
    "applies-to: [plan]",
  ],
  ["fact_unknown", "excl.modified", "when: { device.modified: yes }", "when: { device.modfied: yes }"],
  ["value_unknown", "cover.cause", "[collision, drop, water, wear]", "[collision, drop, water, ware]"],
  ["test_unfit", "offer.model", "device.model: in models of code.product", "device.model: at least 3"],
  [
    "table_unknown",
    "limit.count",
    "grants: replacements of plan.product",
    "grants: replacemnts of plan.product",
  ],
  ["clause_unknown", "excl.cosmetic.water", "of: excl.cosmetic\n", "of: excl.cosmetics\n"],
  [
    "clause_twice",
    "activate.new",
    "### 2.2 Aircraft {#activate.aircraft}",
    "### 2.2 Aircraft {#activate.new}",
  ],
  ["clause_id_invalid", undefined, "{#refund.device}", "{#Refund Device}"],
  ["html_in_text", "transfer.none", "The plan is not transferable.", "The plan is <b>not</b> transferable."],
  [
    "image_in_text",
    "refund.device",
    "A plan is given back with its device.",
    "![A plan](plan.png) goes back.",
  ],
  [
    "mark_misplaced",
    "transfer.none",
    "\nSource: made for the tests.\n\n```terms\nkind: transfer",
    "\n**Source:** made for the tests.\n\n```terms\nkind: transfer",
  ],
  ["cell_empty", "fee.table", "| 119 |", "|  |"],
  ["amount_decimals", "fee.table", "5990", "59.90"],
  ["amount_invalid", "fee.table", "| 29.90 |", "| 29,90 |"],
  ["row_twice", "def.models", "| clip-4 | clip |\n", "| clip-4 | clip |\n| clip-4 | clip |\n"],
  ["row_length", "def.series", "| lens | gimbal | gimbal, camera |", "| lens | gimbal |"],
  ["figure_unknown", "report.time", "within {{within}} of the accident", "within {{withn}} of the accident"],
  ["figure_written_out", "parts.return", "within {{within}} of the claim", "within 14 days of the claim"],
  [
    "rule_twice",
    "note.goodwill",
    "We try to help.\n",
    "We try to help.\n\n```terms\nkind: note\nnot-coded: first\n```\n",
  ],
  [
    "rule_missing",
    "renew.none",
    "## 7 Examples",
    "### 6.6 Nothing {#renew.none}\n\nText.\nSource: x.\n\n## 7 Examples",
  ],
  ["yaml_invalid", "warranty.longer", "by: extends of plan.product", "by: [extends of plan.product"],
  ["yaml_alias", "route.paid", "when: otherwise", "when: &all otherwise"],
  [
    "fence_unknown",
    "def.plans",
    "| care-plus | 12 months | 1 | 1 year | all |\n",
    "| care-plus | 12 months | 1 | 1 year | all |\n\n```js\n1\n```\n",
  ],
  ["base_unknown", undefined, "from: clip-case", "from: clip-cases"],
  [
    "source_missing",
    "term.length",
    "1.3.\nSource: made for the tests.\n\n```terms\nkind: period",
    "1.3.\n\n```terms\nkind: period",
  ],
  [
    "open_question",
    "route.warranty",
    "A defect in the warranty is repaired free of charge.\n",
    "A defect in the warranty is repaired free of charge.\nOPEN: and who pays the parcel?\n",
  ],
  ["window_empty", "activate.video", "window: 72 hours", "window: 0 hours"],
  ["benefit_unknown", "route.plan", "uses: replacement", "uses: replacements"],
];

/** Faults that only show in a document that is otherwise sound. */
const wholeFaults: readonly (readonly [string, string | undefined, string, string])[] = [
  [
    "windows_overlap",
    "activate.handheld",
    "when: { device.group: [handheld, gimbal] }",
    "when: { device.group: [handheld, aircraft] }",
  ],
  ["route_hole", "route.paid", "when: otherwise", "when: { incident.cause: wear }"],
  ["fee_missing", "fee.table", "not-listed: incomplete\n", ""],
  ["fee_beyond_limit", "fee.table", "| 6990 | none |", "| 6990 | 7990 |"],
  [
    "exclusion_swallows",
    "excl.intentional",
    "incident.intentional: yes }",
    "incident.cause: [collision, drop, water, wear] }",
  ],
  [
    "clauses_contradict",
    "proof.log",
    "kind: evidence\ndecision: coverage\nshows: the flight log\n" +
      "for: { incident.cause: collision, device.group: aircraft }\n" +
      "when: { incident.flightLog: [cloud, file] }",
    "kind: require\ndecision: coverage\nwhen: { incident.cause: defect }",
  ],
  [
    "clause_dead",
    "excl.lost",
    "applies-to: [plan, warranty]\nwhen: { incident.lost",
    "applies-to: [goodwill]\nwhen: { incident.lost",
  ],
];

test("the sample itself has nothing to mend", () => {
  assert.deepEqual(findingsOf(text), []);
});

for (const [code, clause, before, after] of [...faults, ...wholeFaults]) {
  test(`${code} is found where it is${clause === undefined ? "" : ` (${clause})`}`, () => {
    assert.equal(text.split(before).length, 2, "the fault is planted once");
    const found = findingsOf(text.replace(before, after)).filter((finding) => finding.code === code);
    assert.notEqual(found.length, 0);
    assert.equal(found[0]?.clause, clause);
    assert.equal(found[0]?.file, "sample.terms.md");
  });
}

test("a fault is named with its line and column", () => {
  const line = text.split("\n").indexOf("window: 30 days") + 1;
  const [finding] = findingsOf(text.replace("window: 30 days", "window: 30 moons"));
  assert.deepEqual([finding?.line, finding?.column], [line, 9]);
});

test("all faults of a document are reported in one run", () => {
  const broken = faults.reduce((source, [, , before, after]) => source.replace(before, after), text);
  const codes = new Set(findingsOf(broken).map(({ code }) => code));
  const missing = faults.map(([code]) => code).filter((code) => !codes.has(code));
  assert.deepEqual(missing, []);
  assert.ok(codes.size >= 30);
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
