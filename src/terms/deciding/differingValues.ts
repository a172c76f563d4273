import type { Atom } from "../compiling/cited.ts";
import { factNamed } from "../vocabulary.ts";
import type { Case } from "./case.ts";
import type { Possibilities } from "./possibilities.ts";
import type { Program } from "./program.ts";

/** The values of an unknown fact that are worth following; `root` is the case as it was told. */
export type ValuesOf = (name: string, c: Case, root?: Case) => readonly unknown[];

/** Facts that say others: their values matter beyond their own tests. */
export const tellingOthers: readonly string[] = ["device.model", "device.series", "device.group"];

/**
 * Of a fact that is only ever looked at by itself, one value for each way its tests can come out is enough.
 */
export function differingValues(program: Program, possibilities: Possibilities): ValuesOf {
  const atoms = program.pieces.flatMap((piece) => piece.atoms);
  const found = new Map<string, readonly unknown[]>();
  return (name, c, root) => {
    const tests = atoms.filter(({ facts }) => facts.includes(name));
    const { type } = factNamed(name);
    const isAlone = tests.every(({ facts, test }) => facts.length === 1 && test !== undefined);
    if (!isAlone || type === "instant" || tellingOthers.includes(name)) {
      return possibilities.of(name, c, root);
    }
    const values = found.get(name) ?? apart(possibilities.of(name, c), tests, name, c);
    found.set(name, values);
    return values;
  };
}

function apart(
  values: readonly unknown[],
  tests: readonly Atom[],
  name: string,
  c: Case,
): readonly unknown[] {
  const byTests = new Map<string, unknown>();
  for (const value of values) {
    const changed = c.changed(name, value);
    const result = tests.map(({ test }) => test?.(changed)).join("");
    byTests.set(result, byTests.get(result) ?? value);
  }
  return [...byTests.values()];
}
