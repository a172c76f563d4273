import type { Nodes } from "mdast";
import type { Place } from "../finding.ts";

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
