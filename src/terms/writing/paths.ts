import { factNamed } from "../vocabulary.ts";

/** Facts that are worked out, and where a case has them. */
const workedOut: ReadonlyMap<string, string | undefined> = new Map([
  ["device.series", "c.series"],
  ["device.group", "c.group"],
  ["device.activatedAt", undefined],
]);

/** Facts of these are told in a shape that has to be looked at first. */
const shaped: ReadonlySet<string> = new Set(["money", "uses", "signals"]);

/**
 * Where a fact stands in a case `c`, as source; undefined for one that only its own reader can read. The name
 * is one of the vocabulary's, whatever a document says.
 */
export function pathOf(fact: string): string | undefined {
  const { name, type } = factNamed(fact);
  if (workedOut.has(name) || shaped.has(type)) {
    return workedOut.get(name);
  }
  return `c.${name}`;
}
