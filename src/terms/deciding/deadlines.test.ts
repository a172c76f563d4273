import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { TermsDocument } from "../document.ts";
import type { Receipt } from "../index.ts";
import { readTerms } from "../reading/readTerms.ts";
import { testTerms } from "../testTerms.ts";

const root = new URL("../../../", import.meta.url);

const documents: readonly TermsDocument[] = ["programmes", "statutes"].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((name) => name.endsWith(".terms.md"))
    .flatMap((file) => readTerms({ file, text: readFileSync(new URL(file, root), "utf8") }).document ?? []),
);

/** The clauses that give a deadline, and neither speak for the answer nor against it. */
function uncited({ deadlines, because, against }: Receipt): readonly string[] {
  const cited = new Set([...because, ...against].map(({ clause }) => clause));
  return deadlines.map(({ clause }) => clause).filter((clause) => !cited.has(clause));
}

test("every deadline of a receipt has its clause among the reasons", () => {
  let seen = 0;
  for (const document of documents) {
    for (const { name, receipt } of testTerms(document, documents)) {
      seen += receipt.deadlines.length;
      assert.deepEqual(uncited(receipt), [], `${document.source.file}: ${name}`);
    }
  }
  assert.ok(seen > 1000, `${seen} deadlines were seen`);
});

test("control: a deadline without its clause is found", () => {
  const [document = assert.fail()] = documents;
  const receipt = testTerms(document, documents)
    .map((each) => each.receipt)
    .find(({ deadlines }) => deadlines.length > 0);
  assert.ok(receipt);
  assert.notDeepEqual(uncited({ ...receipt, because: [], against: [] }), []);
});
