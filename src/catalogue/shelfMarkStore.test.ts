import { deepEqual } from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";
import { describe, test } from "node:test";

/** They write nothing that feeds tell: versions, kept fields, what a supplier said, lists yet to begin. */
const SILENT = ["delete_planned_price_list", "forget_feed_digests", "keep_field", "touch_product"];

const WRITES = /(?:insert into|update|delete from) catalogue\.(product|offer|price)\b/;

/** The names of statements in a text that write a part of the shelf and do not mark it. */
function unmarked(text: string): string[] {
  const statements = [...text.matchAll(/\(\s*"(\w+)",\s*[`"]([^`]*?)[`"],?\s*\)/g)];
  return statements.flatMap(([, name = "", sql = ""]) => {
    const part = WRITES.exec(sql)?.[1];
    const isMarked =
      sql.includes(`\${marked("${part}"`) || (part === "offer" && sql.includes("HELD_MARKED}"));
    return part === undefined || isMarked || SILENT.includes(name) ? [] : [name];
  });
}

describe("whoever writes what feeds tell", () => {
  test("counts it in the same statement", async () => {
    const found: string[] = [];
    let written = 0;
    for await (const path of glob("src/**/*tore.ts")) {
      const text = await readFile(path, "utf8");
      written += text.split(new RegExp(WRITES, "g")).length > 1 ? 1 : 0;
      found.push(...unmarked(text));
    }
    deepEqual(found, []);
    deepEqual(written > 4, true, `only ${written} files write the shelf`);
  });

  test("is found out where it does not", () => {
    const forgets = 'effect("drop_offer", `delete from catalogue.offer where sku = $1`)';
    const counts = `effect("end_price", "with \${marked("price")} update catalogue.price set x = 1")`;
    deepEqual(unmarked(`${forgets}\n${counts}`), ["drop_offer"]);
    deepEqual(unmarked(forgets.replace("drop_offer", "keep_field")), []);
  });
});
