import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";

/** Deeper than any text needs; what is deeper would exhaust the stack of whoever walks it. */
const deepest = 40;

/** The tree of a Markdown text; undefined when it is nested too deeply. */
export function parseMarkdown(text: string): Root | undefined {
  const root = parse(text);
  return root !== undefined && isShallow(root) ? root : undefined;
}

function isShallow(root: Root): boolean {
  let level: Nodes[] = [root];
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    level = level.flatMap((node) => ("children" in node ? (node.children as Nodes[]) : []));
  }
  return level.length === 0;
}

function parse(text: string): Root | undefined {
  try {
    return fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  } catch {
    return undefined;
  }
}
