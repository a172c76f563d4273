import type { Place } from "../finding.ts";
import type { Report } from "./report.ts";

/** Characters in a line; far more than anybody writes, and what a parser still takes quickly. */
const longestLine = 10_000;
/** Signs of emphasis in a paragraph: a parser pairs each with each. */
const mostMarks = 500;
/** Lists and quotations within each other; columns a line may be moved in by. */
const deepest = 40;
const farthest = 100;

/**
 * Whether a text can be read in a time that grows with its length and not much faster. What cannot is
 * reported: each line and paragraph, and the first that is in too deep.
 */
export function isWithinLimits(text: string, report: Report): boolean {
  let isFine = true;
  let isDeep = false;
  let marks = 0;
  for (const [index, line] of text.split("\n").entries()) {
    const here = (column: number): Place => ({ line: index + 1, column });
    const before = line.trim() === "" || line.startsWith("|") ? 0 : marks;
    marks = before + (line.match(/[*_]/g)?.length ?? 0);
    if (line.length > longestLine) {
      const message = `The line has more than ${longestLine} characters. Break it.`;
      report.error("line_too_long", here(longestLine), message);
      isFine = false;
    } else if (marks > mostMarks && before <= mostMarks) {
      const message = `The paragraph has more than ${mostMarks} signs * and _. Break it, or write them less.`;
      report.error("text_too_dense", here(placeOfMark(line, mostMarks - before)), message);
      isFine = false;
    }
    const column = tooDeepFrom(line);
    if (column !== undefined && !isDeep) {
      isDeep = true;
      report.error("text_too_deep", here(column), tooDeep);
      isFine = false;
    }
  }
  return isFine;
}

export const tooDeep = "The text is nested too deeply to read. Leave levels of lists or quotations out.";

/** The column of the first sign that is one too many. */
const placeOfMark = (line: string, left: number): number =>
  ([...line.matchAll(/[*_]/g)][left]?.index ?? 0) + 1;

/** The column at which a line is in too deep; undefined when it is not. */
function tooDeepFrom(line: string): number | undefined {
  const [indent = ""] = /^[ \t]*/.exec(line) ?? [];
  if (indent.length > farthest && indent.length < line.length) {
    return farthest + 1;
  }
  const [lead = ""] = /^[ \t>*+.)\d-]*/.exec(line) ?? [];
  const levels = [...lead.matchAll(/>|[-*+](?=[ \t])|\d[.)](?=[ \t])/g)];
  const first = levels[deepest];
  return first === undefined ? undefined : first.index + 1;
}
