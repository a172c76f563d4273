import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pickVersion } from "../choosing/pickVersion.ts";
import type { TermsDocument } from "../document.ts";
import { assemble } from "../layering/layers.ts";
import { readTerms } from "../reading/readTerms.ts";
import { forAuditor } from "../rendering/forAuditor.ts";
import { smallCase, smallText } from "../samples/smallTerms.ts";
import { compileTerms } from "./compileTerms.ts";

const read = (file: string, text: string): TermsDocument => {
  const { document, findings } = readTerms({ file, text });
  return document ?? assert.fail(JSON.stringify(findings));
};
const shipped = (file: string): TermsDocument =>
  read(file, readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8"));

const care = shipped("programmes/dji-care-refresh/2021.terms.md");
const japan = shipped("programmes/dji-care-refresh/2021.jp.terms.md");

test("a receipt names the text of each document laid over its version", () => {
  const terms = compileTerms(care, { annexes: [japan] });
  const { hash, layers, annexes } = terms.decide("coverage", {}).terms;
  assert.equal(hash, care.hash);
  assert.deepEqual(annexes, [japan.front.version]);
  assert.deepEqual(layers, [
    { kind: "annex", name: japan.front.version, version: japan.front.version, hash: japan.hash },
  ]);
  assert.deepEqual(terms.layers, layers);
  const bare = compileTerms(care);
  assert.equal("layers" in bare.decide("coverage", {}).terms, false);
  assert.deepEqual(bare.layers, []);
});

test("an auditor is told when what was laid over a version is another text", () => {
  const receipt = compileTerms(care, { annexes: [japan] }).decide("coverage", {});
  const isSame = (annexes: readonly TermsDocument[]): boolean =>
    forAuditor(receipt, compileTerms(care, { annexes })).isSameDocument;
  assert.equal(isSame([japan]), true);
  assert.equal(isSame([]), false);
  assert.equal(isSame([{ ...japan, hash: "sha256:another" }]), false);
  // Receipts of earlier engines name their layers only.
  const { layers: _, ...earlier } = receipt.terms;
  const old = { ...receipt, terms: earlier };
  assert.equal(forAuditor(old, compileTerms(care, { annexes: [japan] })).isSameDocument, true);
  assert.equal(forAuditor(old, compileTerms(care)).isSameDocument, false);
});

test("a receipt names the version of the contract beside the one that judges what happened", () => {
  const small = smallText().replace("status: draft", "status: published");
  const first = read("1.terms.md", small.replace(/version: .*/, 'version: "1"'));
  const reaching = 'version: "2"\napplies-to-existing: yes';
  const second = read(
    "2.terms.md",
    small.replace(/version: .*/, reaching).replace(/from: \d{4}-\d\d-\d\d/, "from: 2026-06-01"),
  );
  const facts = {
    ...smallCase,
    plan: { ...(smallCase.plan as object), concludedAt: "2025-12-31T23:00:00Z" },
  };
  const picked = pickVersion([first, second], facts as never);
  assert.ok(picked.picked === "versions");
  assert.deepEqual([picked.contract, picked.judging], [first, second]);
  const terms = compileTerms(picked.judging, { ...assemble([], picked.judging), contract: picked.contract });
  const receipt = terms.decide("coverage", facts as never);
  assert.equal(receipt.terms.version, "2");
  assert.deepEqual(receipt.terms.contract, { version: "1", hash: first.hash });
  assert.ok(forAuditor(receipt, terms).versions.some(({ value }) => value === `1 ${first.hash}`));
  assert.equal("contract" in compileTerms(first, { contract: first }).decide("coverage", {}).terms, false);
});
