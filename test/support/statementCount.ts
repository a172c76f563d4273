import type { Platform } from "../../src/platform/index.ts";
import { heldReads } from "./heldReads.ts";

/**
 * How many statements transactions sent so far, jobs included, but for those of some names, the epilogue of
 * the transaction that sent them, and what the process reads again for itself. Begin and commit are not
 * among them.
 */
export async function statementCount(platform: Platform, but: RegExp): Promise<number> {
  const lines = (await platform.metrics.text()).split("\n");
  const counts = lines.flatMap((line) => {
    const [, name = "", count] = /^evermend_statements_total\{name="([^"]+)"\} (\d+)$/.exec(line) ?? [];
    return count === undefined ? [] : [{ name, count: Number(count) }];
  });
  const left = counts.filter(({ name }) => !but.test(name) && !heldReads.includes(name));
  const inserted = counts.find(({ name }) => name === "insert_invoices")?.count ?? 0;
  return left.reduce((sum, { count }) => sum + count, 0) - inserted;
}
