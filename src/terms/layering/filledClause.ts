import type { Nodes, RootContent } from "mdast";
import type { Clause } from "../document.ts";
import { type FigureOf, fillFigures } from "../figures.ts";

/**
 * The clause with its figures filled in. Once two clauses of one id stand side by side, the id no longer
 * says whose figure is meant.
 */
export function filledClause(clause: Clause, figureOf: FigureOf): Clause {
  const fill = (text: string): string => fillFigures(text, clause.id, figureOf);
  return {
    ...clause,
    title: fill(clause.title),
    prose: clause.prose.map((node) => filled(node, fill) as RootContent),
  };
}

function filled(node: Nodes, fill: (text: string) => string): Nodes {
  if (node.type === "text") {
    return { ...node, value: fill(node.value) };
  }
  return "children" in node
    ? ({ ...node, children: (node.children as Nodes[]).map((child) => filled(child, fill)) } as Nodes)
    : node;
}
