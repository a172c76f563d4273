/** A piece of the printed terms, as a page is set from it. */
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "item"; readonly text: string }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

const tag = /<(\/?)([a-z][a-z0-9]*)[^>]*>/gi;
const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  apos: "'",
};

/**
 * The blocks of the engine's own HTML, which is well formed and uses headings, paragraphs, lists and tables
 * only. Words inside other elements stay, the elements go.
 */
export function blocksOf(html: string): readonly Block[] {
  const blocks: Block[] = [];
  let text = "";
  let rows: string[][] | undefined;
  let depth = 0;
  let at = 0;
  for (const found of html.matchAll(tag)) {
    text += unescaped(html.slice(at, found.index));
    at = found.index + found[0].length;
    const isEnd = found[1] === "/";
    const name = (found[2] ?? "").toLowerCase();
    if (name === "table") {
      if (isEnd && rows !== undefined) {
        blocks.push({ kind: "table", rows });
      }
      rows = isEnd ? undefined : [];
      text = "";
    } else if (rows !== undefined) {
      text = inTable(rows, { name, isEnd }, text);
    } else if (isBlock(name)) {
      push(blocks, depth > 0 ? "li" : name, text);
      depth += depthOf(name, isEnd);
      text = "";
    }
  }
  return blocks;
}

function inTable(rows: string[][], { name, isEnd }: { name: string; isEnd: boolean }, text: string): string {
  if (name === "tr" && !isEnd) {
    rows.push([]);
  }
  if (isEnd && (name === "td" || name === "th")) {
    rows.at(-1)?.push(squeezed(text));
    return "";
  }
  return text;
}

const isBlock = (name: string): boolean =>
  /^(h[1-6]|p|li|ul|ol|div|section|header|article|main|body|blockquote)$/.test(name);

/** Whatever stands in a list item is part of the item. */
const depthOf = (name: string, isEnd: boolean): number => {
  if (name !== "li") {
    return 0;
  }
  return isEnd ? -1 : 1;
};

function push(blocks: Block[], name: string, raw: string): void {
  const text = squeezed(raw);
  if (text === "") {
    return;
  }
  if (/^h[1-6]$/.test(name)) {
    blocks.push({ kind: "heading", level: Number(name[1]), text });
  } else {
    blocks.push({ kind: name === "li" ? "item" : "paragraph", text });
  }
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

const unescaped = (text: string): string =>
  text.replaceAll(/&(#39|[a-z]+);/g, (whole, name: string) => entities[name] ?? whole);
