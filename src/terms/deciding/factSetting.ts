import type { Facts } from "../facts.ts";

/** The same facts with one of them changed. */
export function withFact(facts: Facts, name: string, value: unknown): Facts {
  const [group = "", fact] = name.split(".");
  if (fact === undefined) {
    return { ...facts, [group]: value };
  }
  const before = (facts as Readonly<Record<string, unknown>>)[group];
  const told = typeof before === "object" && before !== null ? before : {};
  return { ...facts, [group]: { ...told, [fact]: value } };
}
