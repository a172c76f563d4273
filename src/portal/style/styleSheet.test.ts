import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { pack, styleSheet } from "./styleSheet.ts";

test("every style sheet that is here is in the one that is served", () => {
  const names = readdirSync(new URL(".", import.meta.url)).filter((name) => name.endsWith(".css"));
  const missing = names.filter((name) => {
    const css = pack(readFileSync(new URL(name, import.meta.url), "utf8"));
    return css === "" || !styleSheet.text.includes(css);
  });
  assert.deepEqual(missing, []);
});
