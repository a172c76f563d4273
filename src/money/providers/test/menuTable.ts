import { MENU } from "./menu.ts";

/** The menu as the reference page shows it: a row for each method. */
export function menuTable(): string {
  const rows = MENU.map(({ method, about, says }) => [`\`${method}\``, about, says]);
  const all = [["Method", "Instruction", "What the test bank does"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [line(all[0] ?? []), rule, ...rows.map(line)].join("\n");
}
