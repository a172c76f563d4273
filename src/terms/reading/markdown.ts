import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import type { Place } from "../finding.ts";

/** The tree of a Markdown text; undefined when it is nested too deeply for the parser. */
export function parseMarkdown(text: string): Root | undefined {
  try {
    return fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  } catch {
    return undefined;
  }
}

export function placeOf(node: Nodes): Place {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

/** The words of a node without their marks. */
export function wordsOf(node: Nodes): string {
  if ("value" in node) {
    return node.value;
  }
  if (node.type === "break") {
    return "\n";
  }
  return "children" in node ? (node.children as Nodes[]).map(wordsOf).join("") : "";
}
