import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

test("the browser's copy of the check characters is their source without its types", (t) => {
  const source = readFileSync(new URL("../../contracts/checkCharacters.ts", import.meta.url), "utf8");
  const copy = fileURLToPath(new URL("./checkCharacters.js.txt", import.meta.url));
  t.assert.fileSnapshot(stripTypeScriptTypes(source), copy, { serializers: [String] });
});
