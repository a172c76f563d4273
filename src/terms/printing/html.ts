import type { AlignType, Nodes, Table } from "mdast";
import { columnHeading } from "../reading/tables.ts";
import { wordsOf } from "../reading/wordsOf.ts";

/** Fills the figures of a text before it is escaped. */
export type Fill = (text: string) => string;

/** A piece of a document as HTML. Whatever the text says, nothing in it becomes markup. */
export function htmlOf(node: Nodes, fill: Fill): string {
  switch (node.type) {
    case "text":
      return escaped(fill(node.value));
    case "paragraph":
      return `<p>${inside(node, fill)}</p>\n`;
    case "emphasis":
      return `<em>${inside(node, fill)}</em>`;
    case "strong":
      return `<strong>${inside(node, fill)}</strong>`;
    case "inlineCode":
      return `<code>${escaped(node.value)}</code>`;
    case "code":
      return `<pre><code>${escaped(node.value)}</code></pre>\n`;
    case "break":
      return "<br>\n";
    case "thematicBreak":
      return "<hr>\n";
    case "blockquote":
      return `<blockquote>\n${inside(node, fill)}</blockquote>\n`;
    case "list":
      return listOf(node, fill);
    case "listItem":
      return `<li>${itemOf(node, fill)}</li>\n`;
    case "link":
      return linkOf(node.url, inside(node, fill));
    case "table":
      return tableOf(node, fill);
    default:
      return "children" in node ? inside(node, fill) : "";
  }
}

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function inside(node: Nodes, fill: Fill): string {
  return "children" in node ? (node.children as Nodes[]).map((child) => htmlOf(child, fill)).join("") : "";
}

function listOf(node: Extract<Nodes, { type: "list" }>, fill: Fill): string {
  const start = node.ordered && node.start !== 1 && node.start !== null ? ` start="${node.start ?? 1}"` : "";
  const tag = node.ordered ? "ol" : "ul";
  return `<${tag}${start}>\n${inside(node, fill)}</${tag}>\n`;
}

/** An item of one paragraph is shown without its own space around it. */
function itemOf(node: Extract<Nodes, { type: "listItem" }>, fill: Fill): string {
  const [only] = node.children;
  return node.children.length === 1 && only?.type === "paragraph" ? inside(only, fill) : inside(node, fill);
}

/** Only addresses a reader can follow safely; anything else keeps its words and loses its link. */
function linkOf(url: string, words: string): string {
  return /^(https?:|mailto:|#|\/)/.test(url) ? `<a href="${escaped(url)}">${words}</a>` : words;
}

function tableOf(node: Table, fill: Fill): string {
  const [head, ...body] = node.children;
  const align = node.align ?? [];
  const heads = (head?.children ?? []).map(
    (cell, index) =>
      `<th scope="col"${side(align[index])}>${escaped(columnHeading(fill(wordsOf(cell))))}</th>`,
  );
  const rows = body.map((row) => {
    const cells = row.children.map((cell, index) => `<td${side(align[index])}>${inside(cell, fill)}</td>`);
    return `<tr>${cells.join("")}</tr>\n`;
  });
  return `<table>\n<thead><tr>${heads.join("")}</tr></thead>\n<tbody>\n${rows.join("")}</tbody>\n</table>\n`;
}

const side = (align: AlignType | undefined): string => (align ? ` class="align-${align}"` : "");
