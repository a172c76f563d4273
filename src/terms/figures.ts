import type { Clause, TermsDocument } from "./document.ts";
import { keyFacts } from "./factTypes.ts";
import { Tables } from "./tables.ts";
import { printDuration } from "./time/duration.ts";

/** What stands between the braces of `{{…}}`. */
export const figurePattern: RegExp = /\{\{\s*([^{}]*?)\s*\}\}/g;

/**
 * Fills the figures of a clause's text from rules and tables. Undefined for a figure the document cannot
 * give.
 */
export type FigureOf = (clause: string | null, name: string) => string | undefined;

export function figuresOf(document: Pick<TermsDocument, "clauses" | "front">): FigureOf {
  const byId = new Map(document.clauses.map((clause) => [clause.id, clause]));
  const tables = new Tables(document.clauses);
  return (clause, name) => {
    if (name === "regions") {
      return [...document.front.regions.keys()].join(", ");
    }
    const [, column, row] = /^([a-z0-9][a-z0-9-]*) of ([A-Za-z0-9-]+)$/.exec(name) ?? [];
    if (column !== undefined && row !== undefined) {
      return cellOf(tables, column, row);
    }
    const [id, field] = name.includes("/") ? name.split("/", 2) : [clause ?? "", name];
    return fieldOf(byId.get(id ?? ""), field ?? "");
  };
}

/** The text with its figures in; one that cannot be filled stays as it was written. */
export function fillFigures(text: string, clause: string | null, figureOf: FigureOf): string {
  return text.replaceAll(figurePattern, (whole, name: string) => figureOf(clause, name) ?? whole);
}

function cellOf(tables: Tables, column: string, row: string): string | undefined {
  for (const key of keyFacts.keys()) {
    const cell = tables.cell(key, row, column);
    if (cell !== undefined) {
      return cell.text;
    }
  }
  return undefined;
}

function fieldOf(clause: Clause | undefined, field: string): string | undefined {
  const rule = clause?.rule as Record<string, unknown> | null | undefined;
  const value =
    rule && Object.hasOwn(rule, field) && !["kind", "place"].includes(field) ? rule[field] : undefined;
  return printed(value);
}

function printed(value: unknown): string | undefined {
  if (typeof value === "string" || typeof value === "number") {
    return String(value);
  }
  if (Array.isArray(value)) {
    return value.join(", ");
  }
  if (typeof value === "object" && value !== null && "unit" in value && "amount" in value) {
    return printDuration(value as Parameters<typeof printDuration>[0]);
  }
  return undefined;
}
