import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

const root = path.join(import.meta.dirname, "../..");
const page = readFileSync(path.join(root, "docs/reference/rule-kinds.md"), "utf8");
const rows = [...page.matchAll(/^\| (\d+) \|(.*)\|(.*)\|(.*)\|$/gm)].map(([, number, , , shown]) => ({
  number: Number(number),
  shown: shown?.trim() ?? "",
}));

/** What is wrong with a reference `path#clause`; undefined when the clause is there. */
function faultOf(reference: string): string | undefined {
  const [name = "", clause = ""] = reference.split("#");
  const folder = name.startsWith("statutes/") ? "" : "programmes/";
  const file = path.join(root, `${folder}${name}.terms.md`);
  if (!existsSync(file)) {
    return `there is no document ${name}`;
  }
  return readFileSync(file, "utf8").includes(`{#${clause}}`) ? undefined : `${name} has no clause ${clause}`;
}

test("all kinds of rules are listed, in order", () => {
  assert.deepEqual(
    rows.map(({ number }) => number),
    Array.from({ length: 142 }, (_, index) => index + 1),
  );
});

test("each is shown by a clause that is there", () => {
  const faults = rows.flatMap(({ number, shown }) => {
    const fault = shown === "" ? undefined : faultOf(shown);
    return fault === undefined ? [] : [`${number}: ${fault}`];
  });
  assert.deepEqual(faults, []);
});

test("only what is no matter of terms is shown by none", () => {
  assert.deepEqual(
    rows.filter(({ shown }) => shown === "").map(({ number }) => number),
    [140, 141],
  );
});

test("a reference to a clause that is not there is found", () => {
  assert.equal(
    faultOf("dji-care-refresh/seeds#nobody.knows"),
    "dji-care-refresh/seeds has no clause nobody.knows",
  );
});
