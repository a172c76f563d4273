import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { compileTerms } from "../compiling/compileTerms.ts";
import { decisions, type TermsDocument } from "../document.ts";
import type { Facts } from "../facts.ts";
import type { Receipt, Terms } from "../index.ts";
import { assemble, kindOf } from "../layering/layers.ts";
import { readTerms } from "../reading/readTerms.ts";

const root = new URL("../../../", import.meta.url);
const documents: readonly TermsDocument[] = ["programmes", "statutes"].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((name) => name.endsWith(".terms.md"))
    .flatMap((file) => readTerms({ file, text: readFileSync(new URL(file, root), "utf8") }).document ?? []),
);
const shipped: readonly Terms[] = documents
  .filter(({ front }) => kindOf(front) !== "translation")
  .map((document) => {
    const { base, annexes, overlays } = assemble(documents, document);
    return compileTerms(base, { annexes, overlays });
  });

const nearlyEmpty: readonly Facts[] = [
  {},
  { at: "2025-06-01T10:00:00Z" },
  { at: "2025-06-01T10:00:00Z", plan: { region: "EU" }, incident: { cause: "drop" } },
];

test("of a case of which nearly nothing is known, the receipt says whether less might be enough", () => {
  const receipts: Receipt[] = shipped.flatMap((terms) =>
    decisions.flatMap((decision) => nearlyEmpty.map((facts) => terms.decide(decision, facts))),
  );
  const open = receipts.filter(({ outcome }) => outcome === "undecided");
  assert.ok(open.every(({ needs }) => needs.length > 0));
  const unsure = open.filter(({ needsMayBeFewer }) => needsMayBeFewer === true);
  assert.ok(unsure.length > 0 && unsure.length < open.length / 3, `${unsure.length} of ${open.length}`);
  assert.ok(unsure.every(({ needs }) => needs.length > 6));
  // Who has told all that matters is never told that there may be less.
  assert.ok(receipts.every(({ outcome, needsMayBeFewer }) => outcome === "undecided" || !needsMayBeFewer));
});
