import type { Code, Heading, RootContent } from "mdast";
import type { Section, Table } from "../document.ts";
import type { Rule } from "../rules.ts";
import { placeOf, wordsOf } from "./markdown.ts";
import { type MarkedLine, splitParagraph } from "./paragraphs.ts";
import type { Report } from "./report.ts";
import { readRule } from "./rule.ts";
import { isClauseId } from "./slugs.ts";
import { readTable } from "./tables.ts";

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
): {
  readonly sections: readonly Section[];
  readonly examples: readonly ExampleBlock[];
} {
  const sections: Section[] = [];
  const examples: ExampleBlock[] = [];
  for (const group of groupsByHeading(nodes)) {
    const reader = new SectionReader(group.heading, report);
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
  readonly #head: Pick<Section, "id" | "number" | "title" | "level" | "place">;
  readonly #prose: RootContent[] = [];
  readonly #tables: Table[] = [];
  readonly #marked: MarkedLine[] = [];
  #rule: Rule | null = null;
  #hasRuleBlock = false;

  constructor(heading: Heading | null, report: Report) {
    this.#report = report;
    report.enter(undefined);
    this.#head = heading === null ? preamble : readHeading(heading, report);
    report.enter(this.#head.id ?? undefined);
  }

  take(node: RootContent): void {
    if (node.type === "paragraph") {
      const { prose, marked } = splitParagraph(node);
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

  #takeHtml(value: string, node: RootContent): void {
    // Comments are for the authors; any other HTML would reach the customer unread.
    if (!value.startsWith("<!--")) {
      this.#report.error("html_in_text", placeOf(node), "HTML is not part of the format.");
    }
  }

  #takeFence(node: Code, language: string): void {
    const place = placeOf(node);
    if (language === "example") {
      this.examples.push({ text: node.value, above: place.line, clause: this.#head.id });
    } else if (language !== "terms") {
      this.#report.error("fence_unknown", place, `A fence is terms or example, not "${language}".`);
    } else if (this.#head.id === null) {
      this.#report.error("rule_outside", place, "A rule stands under a heading that ends in {#clause.id}.");
    } else if (this.#hasRuleBlock) {
      this.#report.error("rule_twice", place, "A clause has one rule; give the second its own clause.");
    } else {
      this.#hasRuleBlock = true;
      this.#rule = readRule(node.value, place.line, this.#report);
    }
  }

  /** Marks inside lists and quotations would be printed to the customer and missed by the checks. */
  #reportHiddenMarks(node: RootContent): void {
    if (node.type !== "table" && /(^|\n)(Source|Settled|OPEN):/.test(wordsOf(node))) {
      this.#report.error(
        "mark_misplaced",
        placeOf(node),
        "Source, Settled and OPEN begin a line of a paragraph.",
      );
    }
  }

  section(): Section {
    const texts = (mark: MarkedLine["mark"]): string[] =>
      this.#marked.filter((line) => line.mark === mark).map((line) => line.text);
    const sources = texts("Source");
    if (this.#head.id !== null && !this.#hasRuleBlock && this.#tables.length === 0) {
      const message = "The clause has neither a rule nor a table: give it a rule of kind note that says why.";
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
      `"${anchor}" is no clause id: lower-case words joined by points.`,
    );
    return { ...head, id: null };
  }
  if (node.depth === 1) {
    report.error("clause_level", place, "A clause's heading has level 2 to 6; level 1 is the title.");
  }
  return { ...head, id: anchor };
}
