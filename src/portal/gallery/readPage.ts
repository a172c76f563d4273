import assert from "node:assert/strict";

/** An element as it opens: its name and attributes, in the order of the page. */
export type Opened = { readonly name: string; readonly attributes: ReadonlyMap<string, string> };

const empty = new Set(["meta", "link", "input", "br", "img", "hr"]);
const drawn = new Set(["path", "circle", "rect", "ellipse", "stop", "use"]);

/** Reads a page we rendered, strictly: every tag must close in order and every attribute be quoted once. */
export function readPage(page: string): readonly Opened[] {
  const opened: Opened[] = [];
  const open: string[] = [];
  for (const [tag, slash = "", name = "", rest = ""] of page.matchAll(
    /<(\/?)([a-z][\w-]*)((?:[^"<>]|"[^"]*")*)>/gi,
  )) {
    if (slash !== "") {
      assert.equal(open.pop(), name, `${tag} closes another element`);
      continue;
    }
    opened.push({ name, attributes: readAttributes(rest, tag) });
    const closesItself = empty.has(name) || (drawn.has(name) && rest.trimEnd().endsWith("/"));
    if (!closesItself) {
      open.push(name);
    }
  }
  assert.deepEqual(open, [], "an element stays open");
  return opened;
}

function readAttributes(rest: string, tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", value = ""] of rest.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)) {
    assert(!attributes.has(name), `${name} stands twice in ${tag}`);
    attributes.set(name, value);
  }
  return attributes;
}
