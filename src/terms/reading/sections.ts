import type { Code, Heading, Nodes, RootContent } from "mdast";
import type { Section, Table } from "../document.ts";
import type { Rule } from "../rules.ts";
import { type MarkedLine, splitParagraph } from "./paragraphs.ts";
import type { Report } from "./report.ts";
import { readRule } from "./rule.ts";
import { isClauseId } from "./slugs.ts";
import { readTable } from "./tables.ts";
import { placeOf, wordsOf } from "./wordsOf.ts";

/** A fence ```` ```example ````, read once all clauses are known. */
export interface ExampleBlock {
  readonly text: string;
  /** The file's line just above the block's first line. */
  readonly above: number;
  readonly clause: string | null;
}

/** Cuts the body of a document at its headings and reads what stands under each. */
export function readSections(
  nodes: readonly RootContent[],
  report: Report,
  needsRules = true,
): {
  readonly sections: readonly Section[];
  readonly examples: readonly ExampleBlock[];
} {
  const sections: Section[] = [];
  const examples: ExampleBlock[] = [];
  for (const group of groupsByHeading(nodes)) {
    const reader = new SectionReader(group.heading, report, needsRules);
    group.body.forEach((node) => {
      reader.take(node);
    });
    sections.push(reader.section());
    examples.push(...reader.examples);
  }
  report.enter(undefined);
  return { sections, examples };
}

function groupsByHeading(nodes: readonly RootContent[]): { heading: Heading | null; body: RootContent[] }[] {
  const groups: { heading: Heading | null; body: RootContent[] }[] = [{ heading: null, body: [] }];
  for (const node of nodes) {
    if (node.type === "heading") {
      groups.push({ heading: node, body: [] });
    } else {
      groups.at(-1)?.body.push(node);
    }
  }
  return groups.filter(({ heading, body }) => heading !== null || body.length > 0);
}

class SectionReader {
  readonly examples: ExampleBlock[] = [];
  readonly #report: Report;
  /** A translation has none: its rules are those of what it translates. */
  readonly #needsRule: boolean;
  readonly #head: Pick<Section, "id" | "number" | "title" | "level" | "place">;
  readonly #prose: RootContent[] = [];
  readonly #tables: Table[] = [];
  readonly #marked: MarkedLine[] = [];
  #rule: Rule | null = null;
  #hasRuleBlock = false;
  readonly #hasBadId: boolean;

  constructor(heading: Heading | null, report: Report, needsRules: boolean) {
    this.#report = report;
    this.#needsRule = needsRules;
    report.enter(undefined);
    this.#head = heading === null ? preamble : readHeading(heading, report);
    this.#hasBadId = this.#head.id === null && heading !== null && /\{#/.test(wordsOf(heading));
    report.enter(this.#head.id ?? undefined);
    if (heading !== null) {
      reportForeign(heading, report);
    }
  }

  take(node: RootContent): void {
    if (node.type !== "html") {
      reportForeign(node, this.#report);
    }
    if (node.type === "code" && isLeftOpen(node)) {
      this.#takeOpenFence(node);
    } else if (node.type === "paragraph") {
      const { prose, marked } = splitParagraph(node);
      this.#reportHiddenMarks(
        node,
        node.children.filter(({ type }) => type !== "text"),
      );
      this.#marked.push(...marked);
      this.#prose.push(...(prose === null ? [] : [prose]));
    } else if (node.type === "code" && node.lang !== null && node.lang !== undefined) {
      this.#takeFence(node, node.lang);
    } else if (node.type === "html") {
      this.#takeHtml(node.value, node);
    } else {
      if (node.type === "table") {
        this.#tables.push(readTable(node, this.#head.id ?? "", this.#report));
      }
      this.#reportHiddenMarks(node);
      this.#prose.push(node);
    }
  }

  /** What stands in it is no rule and no example: where it ends nobody knows. */
  #takeOpenFence(node: Code): void {
    this.#hasRuleBlock = true;
    this.#report.error("fence_open", placeOf(node), leftOpen);
  }

  #takeHtml(value: string, node: RootContent): void {
    // Comments are for the authors; any other HTML would reach the customer unread.
    if (!value.startsWith("<!--")) {
      this.#report.error("html_in_text", placeOf(node), noHtml);
    }
  }

  #takeFence(node: Code, language: string): void {
    const place = placeOf(node);
    if (language === "example") {
      this.examples.push({ text: node.value, above: place.line, clause: this.#head.id });
    } else if (language !== "terms") {
      this.#report.error(
        "fence_unknown",
        place,
        `A fence is terms or example, not "${language}". Name it so, or leave it out.`,
      );
    } else if (this.#head.id === null && this.#hasBadId) {
      // The heading was meant to open a clause: its id is what is wrong.
      this.#hasRuleBlock = true;
    } else if (this.#head.id === null) {
      this.#report.error(
        "rule_outside",
        place,
        "A rule belongs to a clause. Give the heading above it an id, as in {#clause.id}.",
      );
    } else if (this.#hasRuleBlock) {
      this.#report.error("rule_twice", place, "A clause has one rule. Give the second a clause of its own.");
    } else {
      this.#hasRuleBlock = true;
      this.#rule = readRule(node.value, place.line, this.#report);
    }
  }

  /** Marks inside lists, quotations and bold would be printed to the customer and missed by the checks. */
  #reportHiddenMarks(node: RootContent, inside: readonly Nodes[] = []): void {
    if (node.type === "table") {
      return;
    }
    const hidden = inside.find((each) => /^(Source|Settled|OPEN):/.test(wordsOf(each)));
    if (hidden !== undefined || /(^|\n)(Source|Settled|OPEN):/.test(wordsOf(withoutMarks(node)))) {
      this.#report.error(
        "mark_misplaced",
        placeOf(hidden ?? node),
        "Source, Settled and OPEN count only at the beginning of a line. Write them there, without marks.",
      );
    }
  }

  section(): Section {
    const texts = (mark: MarkedLine["mark"]): string[] =>
      this.#marked.filter((line) => line.mark === mark).map((line) => line.text);
    const sources = texts("Source");
    const isBare = this.#head.id !== null && !this.#hasRuleBlock && this.#tables.length === 0;
    if (isBare && this.#needsRule) {
      const message = "The clause has neither a rule nor a table. Give it a rule of kind note that says why.";
      this.#report.error("rule_missing", this.#head.place, message);
    }
    return {
      ...this.#head,
      prose: this.#prose,
      tables: this.#tables,
      rule: this.#rule,
      hasRule: this.#hasRuleBlock,
      source: sources.length === 0 ? null : sources.join(" "),
      settled: texts("Settled"),
      open: this.#marked.filter((line) => line.mark === "OPEN"),
    };
  }
}

const leftOpen = "The fence is not closed before the next one opens. Close it with three backticks.";

/** A paragraph without the marks that stand where they should. */
const withoutMarks = (node: RootContent): RootContent =>
  node.type === "paragraph" ? (splitParagraph(node).prose ?? { type: "text", value: "" }) : node;

const noHtml = "HTML is not part of the format. Write it in Markdown.";

/** Inside a block, HTML and pictures would be left out of what the customer reads. */
function reportForeign(node: Nodes, report: Report): void {
  if (node.type === "html" && !node.value.startsWith("<!--")) {
    report.error("html_in_text", placeOf(node), noHtml);
  } else if (node.type === "image" || node.type === "imageReference") {
    report.error("image_in_text", placeOf(node), "A picture is not part of the format. Say it in words.");
  }
  for (const child of "children" in node ? (node.children as Nodes[]) : []) {
    reportForeign(child, report);
  }
}

/** A fence that swallowed the opening of another, or that ends with the file instead of a fence. */
function isLeftOpen({ value, position }: Code): boolean {
  const { start, end } = position ?? { start: { line: 0 }, end: { line: 2, column: 4 } };
  const length = value === "" ? 0 : value.split("\n").length;
  const endsWithFile = end.column === 1 || end.line - start.line <= length;
  return /^ {0,3}(```|~~~)[a-z]/m.test(value) || endsWithFile;
}

const preamble: Pick<Section, "id" | "number" | "title" | "level" | "place"> = {
  id: null,
  number: "",
  title: "",
  level: 1,
  place: { line: 1, column: 1 },
};

function readHeading(node: Heading, report: Report): typeof preamble {
  const words = wordsOf(node).trim();
  const place = placeOf(node);
  const [, anchor] = /\{#([^}]*)\}$/.exec(words) ?? [];
  const [, number = "", title = ""] =
    /^(\d+(?:\.\d+)*\.?)?\s*(.*)$/s.exec(words.replace(/\s*\{#[^}]*\}$/, "")) ?? [];
  const head = { number: number.replace(/\.$/, ""), title, level: node.depth, place };
  if (anchor === undefined) {
    return { ...head, id: null };
  }
  if (!isClauseId(anchor)) {
    report.error(
      "clause_id_invalid",
      place,
      `"${anchor}" is no id of a clause. Write lower-case words joined by points, as ${asId(anchor)}.`,
    );
    return { ...head, id: null };
  }
  if (node.depth === 1) {
    report.enter(anchor);
    report.error("clause_level", place, "A heading of level 1 is the title. Give the clause level 2 to 6.");
  }
  return { ...head, id: anchor };
}

const asId = (text: string): string => {
  const id = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ".")
    .replaceAll(/^[.\d]+|\.$/g, "");
  return isClauseId(id) ? id : "activate.aircraft";
};

/** The text's own title: its first heading of the first level. */
export function titleOf(nodes: readonly RootContent[]): string | undefined {
  const heading = nodes.find((node) => node.type === "heading" && node.depth === 1);
  return heading === undefined ? undefined : wordsOf(heading);
}
