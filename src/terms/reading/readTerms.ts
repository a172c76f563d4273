import { checkTerms } from "../checking/checkTerms.ts";
import type { Clause, Source, TermsDocument } from "../document.ts";
import { type Finding, inOrder, type Place } from "../finding.ts";
import { kindOf } from "../layering/layers.ts";
import { sha256 } from "../sha256.ts";
import { readExamples } from "./examples.ts";
import { readFrontMatter } from "./frontMatter.ts";
import { parseMarkdown } from "./markdown.ts";
import { Report } from "./report.ts";
import { readSections, titleOf } from "./sections.ts";
import { isWithinLimits, tooDeep } from "./textLimits.ts";
import { checkWhole } from "./wholeChecks.ts";
import { readYaml } from "./yaml.ts";

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
    `The file has more than ${longest} characters. Name the right file, or split it.`,
  );
}

function readAll(source: Source, report: Report): TermsDocument | undefined {
  const text = source.text.replaceAll(/\r\n?/g, "\n").replace(/^\uFEFF/, "");
  reportEncoding(text, report);
  const { front, body, above } = splitFrontMatter(text);
  const frontMatter = readFrontMatter(front === undefined ? undefined : readYaml(front, 1, report), report);
  if (!isWithinLimits(text, report)) {
    return undefined;
  }
  const root = parseMarkdown("\n".repeat(above) + body);
  if (root === undefined) {
    return report.error("text_too_deep", { line: above + 1, column: 1 }, tooDeep);
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
    const message = "The file is not UTF-8 text. Save it as UTF-8.";
    report.error("encoding_invalid", placeAt(text, at), message);
  }
  const hiddenAt = text.search(hidden);
  if (hiddenAt >= 0) {
    const code = text.charCodeAt(hiddenAt).toString(16).toUpperCase().padStart(4, "0");
    const message = `A sign that nobody sees stands here, U+${code}. Leave it out.`;
    report.error("character_hidden", placeAt(text, hiddenAt), message);
  }
}

/** Controls, and what makes a text read otherwise than it is written: a contract has none of them. */
const hidden = /(?![\t\n\0])\p{Cc}|[\u200B\u202A-\u202E\u2060-\u2069\uFEFF]/u;

function placeAt(text: string, at: number): Place {
  const lines = text.slice(0, at).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function splitFrontMatter(text: string): { front: string | undefined; body: string; above: number } {
  const end = /^---\n([\s\S]*?\n)?---(?:\n|$)/.exec(text);
  if (end === null) {
    return { front: undefined, body: text, above: 0 };
  }
  const above = end[0].split("\n").length - 1;
  return { front: end[1] ?? "", body: text.slice(end[0].length), above };
}
