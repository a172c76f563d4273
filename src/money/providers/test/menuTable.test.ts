import { ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { menuTable } from "./menuTable.ts";

const PAGE = path.resolve(import.meta.dirname, "../../../../docs/reference/test-payments.md");

test("the page of test payments has the whole menu, as it is", () => {
  ok(readFileSync(PAGE, "utf8").includes(menuTable()), `write this into ${PAGE}:\n${menuTable()}`);
});
