import { checkTerms } from "../checking/checkTerms.ts";
import type { Clause, Source, TermsDocument } from "../document.ts";
import { type Finding, inOrder } from "../finding.ts";
import { kindOf } from "../layering/layers.ts";
import { sha256 } from "../sha256.ts";
import { readExamples } from "./examples.ts";
import { readFrontMatter } from "./frontMatter.ts";
import { parseMarkdown } from "./markdown.ts";
import { Report } from "./report.ts";
import { readSections, titleOf } from "./sections.ts";
import { checkWhole } from "./wholeChecks.ts";
import { readYaml } from "./yaml.ts";

/** Characters in a line; far more than anybody writes, and what a parser still takes quickly. */
const longestLine = 10_000;
/** Characters; a programme of a hundred clauses with examples has about a twentieth of it. */
const longest = 2_000_000;

/**
 * Reads a terms document. Never throws; every finding of the file comes in one run, in the order of the file.
 * `document` is there when nothing is an error: it can then be checked, compiled and printed.
 */
export function readTerms(source: Source): {
  readonly document: TermsDocument | undefined;
  readonly findings: readonly Finding[];
} {
  const report = new Report(source.file);
  const document = source.text.length > longest ? tooLong(report) : readAll(source, report);
  if (document === undefined || !report.hasErrors) {
    return { document, findings: inOrder(report.findings) };
  }
  // What the checks find in a broken document may follow from what is broken; only what stands by itself is
  // added.
  const beside = checkTerms(document).filter((finding) => standsAlone.has(finding.code));
  return { document: undefined, findings: inOrder([...report.findings, ...beside]) };
}

const standsAlone: ReadonlySet<string> = new Set([
  "open_question",
  "source_missing",
  "window_empty",
  "windows_overlap",
]);

function tooLong(report: Report): undefined {
  report.error(
    "file_too_long",
    { line: 1, column: 1 },
    `The file has more than ${longest} characters. Split it, or name the right file.`,
  );
}

function readAll(source: Source, report: Report): TermsDocument | undefined {
  const text = source.text.replaceAll("\r\n", "\n").replace(/^\uFEFF/, "");
  reportEncoding(text, report);
  const { front, body, above } = splitFrontMatter(text);
  const frontMatter = readFrontMatter(front === undefined ? undefined : readYaml(front, 1, report), report);
  const long = text.split("\n").findIndex((line) => line.length > longestLine);
  if (long >= 0) {
    const message = `The line has more than ${longestLine} characters. Break it.`;
    return report.error("line_too_long", { line: long + 1, column: longestLine }, message);
  }
  const root = parseMarkdown("\n".repeat(above) + body);
  if (root === undefined) {
    return report.error(
      "text_too_deep",
      { line: above + 1, column: 1 },
      "The text is nested too deeply to read. Leave levels of lists or quotations out.",
    );
  }
  const kind = kindOf(frontMatter);
  const { sections, examples } = readSections(root.children, report, kind !== "translation");
  const clauses = sections.filter((section): section is Clause => section.id !== null);
  const document: TermsDocument = {
    source,
    hash: `sha256:${sha256(source.text)}`,
    front: frontMatter,
    title: frontMatter.title ?? titleOf(root.children) ?? frontMatter.terms,
    sections,
    clauses,
    examples: readExamples(examples, report),
  };
  checkWhole(document, report);
  return document;
}

/** A file in another encoding arrives full of replacement characters, or with its zero bytes. */
function reportEncoding(text: string, report: Report): void {
  const at = text.search(/[\uFFFD\0]/);
  if (at >= 0) {
    const lines = text.slice(0, at).split("\n");
    const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    report.error("encoding_invalid", place, "The file is not UTF-8 text. Save it as UTF-8.");
  }
}

function splitFrontMatter(text: string): { front: string | undefined; body: string; above: number } {
  const end = /^---\n([\s\S]*?\n)?---(?:\n|$)/.exec(text);
  if (end === null) {
    return { front: undefined, body: text, above: 0 };
  }
  const above = end[0].split("\n").length - 1;
  return { front: end[1] ?? "", body: text.slice(end[0].length), above };
}
