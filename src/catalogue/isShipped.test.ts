import { deepEqual, equal } from "node:assert/strict";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { isShipped, PROGRAMMES } from "./isShipped.ts";

test("every document in programmes/ is one of this release, and is known as such", async () => {
  const names = (await readdir(PROGRAMMES, { recursive: true })).filter((name) => name.endsWith(".terms.md"));
  equal(names.includes("dji-care-refresh/seeds.terms.md"), true);
  deepEqual(
    names.filter((name) => !isShipped(path.join(PROGRAMMES, name))),
    [],
  );
});

test("a document that an operator put beside those of this release is none of them", () => {
  for (const own of ["own-care/2026.terms.md", "dji-care-refresh/2031.terms.md", "seeds.terms.md"]) {
    equal(isShipped(path.join(PROGRAMMES, own)), false, own);
  }
  equal(isShipped("/etc/evermend/dji-care-refresh/seeds.terms.md"), false);
});
