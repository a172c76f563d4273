import type { Paragraph, PhrasingContent } from "mdast";
import type { Place } from "../finding.ts";
import { placeOf, wordsOf } from "./wordsOf.ts";

export interface MarkedLine {
  readonly mark: "Source" | "Settled" | "OPEN";
  readonly text: string;
  readonly place: Place;
}

const mark = /(?:^|\n)(Source|Settled|OPEN):[ \t]*/;

/** Splits a paragraph into what the customer reads and the lines that begin with Source, Settled or OPEN. */
export function splitParagraph(node: Paragraph): {
  readonly prose: Paragraph | null;
  readonly marked: MarkedLine[];
} {
  const prose: PhrasingContent[] = [];
  const marked: { mark: MarkedLine["mark"]; text: string; place: Place }[] = [];
  for (const child of node.children) {
    const last = marked.at(-1);
    const { before, found } =
      child.type === "text" && (prose.length > 0 || last !== undefined || opensLine(child.value))
        ? splitText(child.value, placeOf(child))
        : { before: wordsOf(child), found: [] };
    if (last !== undefined) {
      last.text += before;
    } else if (child.type === "text" && found.length > 0) {
      prose.push(...(before.trim() === "" ? [] : [{ ...child, value: before.trimEnd() }]));
    } else {
      prose.push(child);
    }
    marked.push(...found);
  }
  const lines = marked.map((line) => ({ ...line, text: line.text.replaceAll(/\s+/g, " ").trim() }));
  return { prose: prose.length === 0 ? null : { ...node, children: prose }, marked: lines };
}

const opensLine = (text: string): boolean => mark.test(text);

function splitText(
  text: string,
  place: Place,
): { before: string; found: { mark: MarkedLine["mark"]; text: string; place: Place }[] } {
  const pieces = text.split(new RegExp(mark, "g"));
  const found: { mark: MarkedLine["mark"]; text: string; place: Place }[] = [];
  let line = place.line + lineBreaks(pieces[0] ?? "");
  for (let i = 1; i < pieces.length; i += 2) {
    const content = pieces[i + 1] ?? "";
    const starts = i === 1 && pieces[0] === "" && !text.startsWith("\n") ? line : line + 1;
    found.push({
      mark: pieces[i] as MarkedLine["mark"],
      text: content,
      place: { line: starts, column: starts === place.line ? place.column : 1 },
    });
    line = starts + lineBreaks(content);
  }
  return { before: pieces[0] ?? "", found };
}

const lineBreaks = (text: string): number => text.split("\n").length - 1;
