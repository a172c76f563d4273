import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  assemble,
  checkTerms,
  compileTerms,
  type Facts,
  printTerms,
  readTerms,
  sayingsOf,
  type TermsDocument,
  testTerms,
  translateReceipt,
} from "../index.ts";
import { annexFront, longerWindow, ownFees, translationText } from "../samples/layeredTexts.ts";
import { coveredClip, freshHawk } from "../samples/sampleTerms.ts";

const sampleText = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");

const documentOf = (text: string, file = "made.terms.md"): TermsDocument =>
  readTerms({ file, text }).document ?? assert.fail(text);

const base = documentOf(sampleText, "2026-01.terms.md");

const annex = documentOf(annexFront({ replaces: "activate.aircraft, fee.table" }) + longerWindow + ownFees);

/** Eighty hours after the first activation. */
const lateHawk = (region: string): Facts => ({
  ...freshHawk,
  at: "2026-03-04T20:00:00Z",
  code: { ...(freshHawk.code as object), region },
  device: { ...(freshHawk.device as object), region },
});

test("a replaced clause counts in the annex's regions, and its original everywhere else", () => {
  const terms = compileTerms(base, { annexes: [annex] });
  const plain = compileTerms(base);
  const japan = terms.decide("activation", lateHawk("JP"));
  const poland = terms.decide("activation", lateHawk("EU"));
  assert.equal(japan.outcome, "allowed");
  assert.match(
    japan.because.find(({ clause }) => clause === "activate.aircraft")?.says ?? "",
    /within 96 hours of the first activation; handhelds have 30 days/,
  );
  assert.deepEqual(japan.deadlines[0]?.clock, "96 hours");
  assert.deepEqual(japan.terms.annexes, ["2026-01-japan"]);
  assert.equal(poland.outcome, "refused");
  assert.match(poland.against[0]?.says ?? "", /^Within 48 hours of/);
  assert.equal(plain.decide("activation", lateHawk("JP")).outcome, "refused");
  assert.equal("annexes" in plain.decide("activation", lateHawk("JP")).terms, false);
});

test("no region is asked for beside those the terms ask for themselves", () => {
  const terms = compileTerms(base, { annexes: [annex] });
  const nowhere = (at: string): Facts => ({
    ...lateHawk("unknown"),
    at,
    code: { state: "sold", models: ["hawk"], region: "JP" },
  });
  assert.equal(terms.decide("activation", { ...lateHawk("JP"), region: "unknown" }).outcome, "allowed");
  assert.deepEqual(terms.decide("activation", nowhere("2026-03-04T20:00:00Z")).needs, ["device.region"]);
});

test("a replaced fee brings its own table", () => {
  const terms = compileTerms(base, { annexes: [annex] });
  const inRegion = (region: string): Facts => ({
    ...coveredClip,
    plan: { ...(coveredClip.plan as object), region },
    claim: { ...(coveredClip.claim as object), region, currency: "PLN" },
  });
  assert.equal(terms.decide("coverage", inRegion("EU")).fee?.amount, 11900);
  assert.equal(terms.decide("coverage", inRegion("JP")).fee?.amount, 9000);
  const listed = (region: string): readonly number[] =>
    terms.fees("clip-4", region).map(({ amount }) => amount);
  assert.deepEqual(listed("JP"), [4000, 4000, 4000]);
  assert.deepEqual(listed("EU"), [11900, 18500, 24900, 2990, 4500, 0]);
});

test("a window added in one region shuts nobody out in another", () => {
  const window = `
## 1 Offers {#offer.window}

Bought within {{window}} of the device.
Source: made for the tests.

\`\`\`terms
kind: window
decision: offer
from: device.purchasedAt
window: 60 days
\`\`\`
`;
  const terms = compileTerms(base, { annexes: [documentOf(annexFront({ adds: "offer.window" }) + window)] });
  const offer = (region: string): Facts => ({
    at: "2026-06-01T10:00:00Z",
    code: { product: "care-1y", region },
    device: { model: "hawk-2", region, purchasedAt: "2026-01-01T10:00:00Z" },
  });
  const japan = terms.decide("offer", offer("JP"));
  const norway = terms.decide("offer", offer("NO"));
  assert.deepEqual([japan.outcome, japan.against.map(({ clause }) => clause)], ["refused", ["offer.window"]]);
  assert.deepEqual([norway.outcome, norway.against], ["allowed", []]);
});

test("what belongs to a version is found by programme and version", () => {
  const other = documentOf(sampleText.replace('version: "2026-01"', 'version: "2027"'));
  const found = assemble([other, annex, base], base);
  assert.deepEqual([found.base, found.annexes], [base, [annex]]);
  assert.deepEqual(assemble([other, annex, base], annex).base, base);
  assert.deepEqual(assemble([other, annex], other).annexes, []);
});

test("an annex's examples are decided by its version", () => {
  const results = testTerms(annex, [base, annex]);
  assert.deepEqual(
    results.map(({ name, differences }) => [name, differences]),
    [["on the fourth day in Japan", []]],
  );
});

test("what is wrong only in an annex's regions is told, with a case", () => {
  const strict = ownFees.replace("not-listed: incomplete\n", "");
  const annexed = documentOf(annexFront({ replaces: "fee.table" }) + strict);
  const found = checkTerms(annexed, [base, annexed]);
  assert.deepEqual(
    [...new Set(found.map(({ code, clause }) => `${code} ${clause}`))],
    ["fee_missing fee.table"],
  );
  assert.ok(found.every(({ line, witness }) => line > 1 && witness !== undefined));
});

test("a sound annex has no findings; one without its version, or beside a twin, has", () => {
  assert.deepEqual(checkTerms(annex, [base, annex]), []);
  assert.deepEqual(
    checkTerms(annex, [annex]).map(({ code }) => code),
    ["base_missing"],
  );
  const twin = documentOf(annexFront({ replaces: "activate.aircraft", version: "twin" }) + longerWindow);
  assert.ok(checkTerms(annex, [base, annex, twin]).some(({ code }) => code === "annex_overlap"));
});

const translationOf = (edit: (text: string) => string): TermsDocument =>
  documentOf(translationText(sampleText, edit), "2026-01.de.terms.md");

test("a translation has the same clauses and figures, and is printed with the terms' own", () => {
  const german = translationOf((text) => text.replace("{{window}}", "{{window.amount}} Stunden"));
  assert.deepEqual(checkTerms(german, [base, german]), []);
  const { html, text } = printTerms(base, { translation: german });
  assert.match(text, /Auf Deutsch: Within 48 Stunden of the first activation/);
  assert.match(html, /^<article class="terms" lang="de">/);
  assert.match(html, /<td>hawk<\/td>/);
  const receipt = compileTerms(base).decide("activation", lateHawk("EU"));
  const told = translateReceipt(receipt, sayingsOf(base, german));
  assert.match(told.against[0]?.says ?? "", /^Auf Deutsch: Within 48 Stunden/);
  assert.deepEqual({ ...told, against: [], because: [] }, { ...receipt, against: [], because: [] });
});
