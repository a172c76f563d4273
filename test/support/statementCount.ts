import type { Platform } from "../../src/platform/index.ts";

/** How many statements transactions sent so far, jobs included; begin and commit are not among them. */
export async function statementCount(platform: Platform): Promise<number> {
  const lines = (await platform.metrics.text()).split("\n");
  const counters = lines.filter((line) => line.startsWith("evermend_statements_total{"));
  return counters.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" "))), 0);
}

/** The same without those of some names, and without the epilogue of the transaction that sent them. */
export async function statementsBut(names: RegExp, platform: Platform): Promise<number> {
  const lines = (await platform.metrics.text()).split("\n");
  const counts = lines.flatMap((line) => {
    const [, name = "", count] = /^evermend_statements_total\{name="([^"]+)"\} (\d+)$/.exec(line) ?? [];
    return count === undefined ? [] : [{ name, count: Number(count) }];
  });
  const left = counts.filter(({ name }) => !names.test(name));
  const inserted = counts.find(({ name }) => name === "insert_invoices")?.count ?? 0;
  return left.reduce((sum, { count }) => sum + count, 0) - inserted;
}
