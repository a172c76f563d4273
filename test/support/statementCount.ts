import type { Platform } from "../../src/platform/index.ts";

/** How many statements transactions sent so far, jobs included; begin and commit are not among them. */
export async function statementCount(platform: Platform): Promise<number> {
  const lines = (await platform.metrics.text()).split("\n");
  const counters = lines.filter((line) => line.startsWith("evermend_statements_total{"));
  return counters.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" "))), 0);
}
