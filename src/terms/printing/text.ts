import type { Nodes, Table } from "mdast";
import { columnHeading } from "../reading/tables.ts";
import { wordsOf } from "../reading/wordsOf.ts";
import type { Fill } from "./html.ts";

/** Columns; a terminal or a plain mail shows them whole. */
const width = 78;

/** A piece of a document as plain text, wrapped, with an empty line after it. */
export function textOf(node: Nodes, fill: Fill): string {
  switch (node.type) {
    case "paragraph":
      return `${wrap(fill(wordsOf(node)), "")}\n\n`;
    case "list":
      return `${node.children
        .map((item, index) =>
          wrap(fill(wordsOf(item)), node.ordered ? `${(node.start ?? 1) + index}. ` : "- "),
        )
        .join("\n")}\n\n`;
    case "blockquote":
      return `${wrap(fill(wordsOf(node)), "> ")}\n\n`;
    case "table":
      return `${tableOf(node, fill)}\n\n`;
    case "thematicBreak":
      return `${"-".repeat(width)}\n\n`;
    default:
      return `${fill(wordsOf(node))}\n\n`;
  }
}

/** Words in lines of the width; the first line begins with the lead, the others are set in under it. */
function wrap(text: string, lead: string): string {
  const lines: string[] = [];
  let line = lead;
  for (const word of text.split(/\s+/)) {
    const gap = line.trim() === lead.trim() ? "" : " ";
    if (line.length + gap.length + word.length > width && gap !== "") {
      lines.push(line);
      line = " ".repeat(lead.length) + word;
    } else {
      line += gap + word;
    }
  }
  return [...lines, line].join("\n");
}

function tableOf(node: Table, fill: Fill): string {
  const rows = node.children.map((row, index) =>
    row.children.map((cell) => (index === 0 ? columnHeading(wordsOf(cell)) : fill(wordsOf(cell)))),
  );
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const rule = widths.map((each) => "-".repeat(each)).join("  ");
  return [lines[0] ?? "", rule, ...lines.slice(1)].join("\n");
}
