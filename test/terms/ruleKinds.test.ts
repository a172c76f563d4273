import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

const root = path.join(import.meta.dirname, "../..");
const page = readFileSync(path.join(root, "docs/reference/rule-kinds.md"), "utf8");
const rows = [...page.matchAll(/^\| (\d+) \|(.*)\|(.*)\|(.*)\|$/gm)].map(
  ([, number, , written = "", shown = ""]) => ({
    number: Number(number),
    /** The words it is written with: `window`, `roll: next-working-day`. */
    words: [...written.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word.replace(/[…:].*/, "").trim()),
    shown: shown.trim() === "" ? [] : shown.trim().split(", "),
  }),
);

/** Where a reference leads: a document, or a file of this repository. */
function fileOf(reference: string): string {
  const [name = ""] = reference.split("#");
  if (!reference.includes("#")) {
    return path.join(root, name);
  }
  return path.join(root, `${name.startsWith("statutes/") ? "" : "programmes/"}${name}.terms.md`);
}

/** What is wrong with a reference, `path#clause` or a file; undefined when it is there. */
function faultOf(reference: string): string | undefined {
  const [name = "", clause] = reference.split("#");
  const file = fileOf(reference);
  if (!existsSync(file)) {
    return `there is no ${clause === undefined ? "file" : "document"} ${name}`;
  }
  const isThere = clause === undefined || readFileSync(file, "utf8").includes(`{#${clause}}`);
  return isThere ? undefined : `${name} has no clause ${clause}`;
}

test("all kinds of rules are listed, in order", () => {
  assert.deepEqual(
    rows.map(({ number }) => number),
    Array.from({ length: 142 }, (_, index) => index + 1),
  );
});

test("each is shown by a clause that is there", () => {
  const faults = rows.flatMap(({ number, shown }) =>
    shown.flatMap((reference) => {
      const fault = faultOf(reference);
      return fault === undefined ? [] : [`${number}: ${fault}`];
    }),
  );
  assert.deepEqual(faults, []);
});

test("each word it is written with stands in what shows it", () => {
  const faults = rows.flatMap(({ number, words, shown }) => {
    const texts = shown.map((reference) => readFileSync(fileOf(reference), "utf8"));
    return words
      .filter((word) => !texts.some((text) => text.includes(word)))
      .map((word) => `${number}: ${word}`);
  });
  assert.deepEqual(faults, []);
});

test("only what is no matter of terms is shown by none", () => {
  assert.deepEqual(
    rows.filter(({ shown }) => shown.length === 0).map(({ number }) => number),
    [140, 141],
  );
});

test("a reference to a clause that is not there is found", () => {
  assert.equal(
    faultOf("dji-care-refresh/seeds#nobody.knows"),
    "dji-care-refresh/seeds has no clause nobody.knows",
  );
});
