import type { Clause, TermsDocument } from "./document.ts";
import { keyFacts } from "./factTypes.ts";
import { printMoney } from "./money.ts";
import { type PlanMoves, planMovesInWords } from "./planMoves.ts";
import { wordsOf } from "./reading/wordsOf.ts";
import { isShare, isWrittenMoney } from "./shares.ts";
import { Tables } from "./tables.ts";
import { type Duration, printDuration } from "./time/duration.ts";
import { vocabulary } from "./vocabulary.ts";

/** What stands between the braces of `{{…}}`. */
export const figurePattern: RegExp = /\{\{\s*([^{}]*?)\s*\}\}/g;

/**
 * Fills the figures of a clause's text from rules and tables. Undefined for a figure the document cannot
 * give.
 */
export type FigureOf = (clause: string | null, name: string) => string | undefined;

export function figuresOf(document: Pick<TermsDocument, "clauses" | "front">): FigureOf {
  // Where an annex stands beside what it replaces, the programme's own clause comes first.
  const byId = new Map([...document.clauses].reverse().map((clause) => [clause.id, clause]));
  const tables = new Tables(document.clauses);
  return (clause, name) => {
    if (name === "regions") {
      return [...document.front.regions.keys()].join(", ");
    }
    const [, column, row] = /^([a-z0-9][a-z0-9-]*) of ([A-Za-z0-9-]+)$/.exec(name) ?? [];
    if (column !== undefined && row !== undefined) {
      return cellOf(tables, column, row);
    }
    const [id, path] = name.includes("/") ? name.split("/", 2) : [clause ?? "", name];
    const [, field = "", ofIt] = /^(.*?)(?:\.(amount))?$/.exec(path ?? "") ?? [];
    return fieldOf(byId.get(id ?? ""), field, ofIt === "amount");
  };
}

/** The text with its figures in; one that cannot be filled stays as it was written. */
export function fillFigures(text: string, clause: string | null, figureOf: FigureOf): string {
  return text.replaceAll(figurePattern, (whole, name: string) => figureOf(clause, name) ?? whole);
}

/** The first paragraph of a clause in plain words, figures filled in. */
export function saysOf(clause: Clause, figureOf: FigureOf): string {
  const paragraph = clause.prose.find((node) => node.type === "paragraph");
  const words = paragraph === undefined ? clause.title : wordsOf(paragraph);
  return fillFigures(words, clause.id, figureOf).replaceAll(/\s+/g, " ").trim();
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

function fieldOf(clause: Clause | undefined, field: string, isAmount: boolean): string | undefined {
  const rule = clause?.rule as Record<string, unknown> | null | undefined;
  const value =
    rule && Object.hasOwn(rule, field) && !["kind", "place"].includes(field) ? rule[field] : undefined;
  if (field === "rebinds-at" && value !== undefined) {
    return planMovesInWords[value as PlanMoves];
  }
  return isAmount && isDuration(value) ? String(value.amount) : printed(value);
}

const isDuration = (value: unknown): value is Duration =>
  typeof value === "object" && value !== null && "unit" in value && "amount" in value;

function printed(value: unknown): string | undefined {
  if (typeof value === "string" || typeof value === "number") {
    return String(value);
  }
  if (Array.isArray(value)) {
    return value.join(", ");
  }
  if (isDuration(value)) {
    return printDuration(value);
  }
  if (isWrittenMoney(value)) {
    return printMoney(value.amount, value.currency);
  }
  if (isShare(value)) {
    return `${value.tenThousandths / 100} %`;
  }
  return printedParts(value);
}

/** What is kept back of a refund, and what is added to one that comes late. */
function printedParts(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) {
    return undefined;
  }
  if ("share" in value && "after" in value) {
    const per = printed("per" in value ? value.per : undefined)?.replace(/^1 /, "");
    return `${printed(value.share)} per ${per} after ${printed(value.after)}`;
  }
  if ("pick" in value && "of" in value && Array.isArray(value.of)) {
    return printedChoice(value.pick === "least", value.of.map(printedPart));
  }
  return undefined;
}

/** One amount as it is, of several the least or the greatest. */
function printedChoice(isLeast: boolean, parts: readonly string[]): string {
  const [last = "", ...others] = [...parts].reverse();
  if (others.length === 0) {
    return last;
  }
  const [ofTwo, ofMore] = isLeast ? ["lesser", "least"] : ["greater", "greatest"];
  return `the ${others.length === 1 ? ofTwo : ofMore} of ${others.reverse().join(", ")} and ${last}`;
}

/** A share says of what it is. */
function printedPart(part: unknown): string {
  const text = printed(part) ?? "";
  if (!isShare(part)) {
    return text;
  }
  const whole = vocabulary.get(part.of)?.label ?? "the part for the days that are left";
  return `${text} of ${whole}`;
}
