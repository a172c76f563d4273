import { createElement, type ReactNode } from "react";

/** What a clause's text is made of. Anything else is shown as the words inside it. */
const known = new Set(
  "p ul ol li strong em b i code thead tbody tr th td br blockquote h3 h4 h5 h6".split(" "),
);

/**
 * The HTML of a clause as elements. It is parsed as a document that never runs and rebuilt from a short list
 * of elements without attributes, so that a text can do nothing here but be read.
 */
export function proseOf(html: string): ReactNode {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return childrenOf(body);
}

function childrenOf(parent: Node): ReactNode[] {
  return [...parent.childNodes].map((node, index) => elementOf(node, index));
}

function elementOf(node: Node, key: number): ReactNode {
  if (!(node instanceof Element)) {
    return node.nodeType === Node.TEXT_NODE ? node.textContent : null;
  }
  const name = node.localName;
  if (name === "br") {
    return createElement("br", { key });
  }
  if (name === "table") {
    return (
      <div key={key} className="table-box">
        <table>{childrenOf(node)}</table>
      </div>
    );
  }
  const scope = name === "th" ? { scope: "col" } : {};
  return known.has(name)
    ? createElement(name, { key, ...scope }, ...childrenOf(node))
    : createElement("span", { key }, ...childrenOf(node));
}
