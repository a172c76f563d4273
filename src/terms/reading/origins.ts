import type { Place } from "../finding.ts";
import type { YamlNode } from "./yaml.ts";

/** What was read of a document, by the YAML it was read from: beside it, so that it stays plain data. */
const origins = new WeakMap<object, YamlNode>();

/** Says where a value was read from, and gives it back. */
export function rememberOrigin<T extends object>(value: T, node: YamlNode): T {
  origins.set(value, node);
  return value;
}

const start: Place = { line: 1, column: 1 };

/**
 * Where something stands that was read of YAML: `placeIn(rule, "door", "clause")`. A step is a key of a
 * mapping or an entry of a list. As near as the path leads; the place of the whole where none of it was
 * written.
 */
export function placeIn(value: object, ...path: readonly string[]): Place {
  let node = origins.get(value);
  let place = (value as { readonly place?: Place }).place ?? node?.place ?? start;
  for (const step of path) {
    node = into(node, step);
    place = node?.place ?? place;
  }
  return place;
}

/** Where the name of a field stands, not what it says. */
export function keyPlaceIn(value: object, key: string): Place {
  const node = origins.get(value);
  const entry = node?.kind === "map" ? node.entries.get(key) : undefined;
  return entry?.key ?? placeIn(value);
}

function into(node: YamlNode | undefined, step: string): YamlNode | undefined {
  if (node?.kind === "map") {
    return (node.entries.get(step) ?? node.entries.get("not"))?.node;
  }
  return node?.kind === "list"
    ? node.items.find((item) => item.kind === "scalar" && item.text === step)
    : undefined;
}
