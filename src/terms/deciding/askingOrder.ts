import { factNamed } from "../vocabulary.ts";
import { tellingOthers } from "./differingValues.ts";
import type { Program } from "./program.ts";

/**
 * The facts of a decision in the order they are asked for: a model says its series and group, a series its
 * group, so what says more comes first; otherwise what costs less.
 */
export function askingOrder(program: Program): readonly string[] {
  const names = [...new Set(program.pieces.flatMap(({ facts }) => facts))];
  const first = tellingOthers.filter((name) => names.includes(name));
  return [...first, ...inOrderOfCost(names).filter((name) => !first.includes(name))];
}

/**
 * The order in which a diagram of all that could be stays small: facts that are compared with one another
 * side by side, after those that are looked at by themselves. Between two instants that face each other,
 * every other fact would have to be followed once for each value of the first.
 */
export function foldingOrder(program: Program): readonly string[] {
  const order = askingOrder(program).filter((name) => !tellingOthers.includes(name));
  const faced = program.pieces.flatMap(({ atoms }) => atoms.map(({ facts }) => facts));
  const groups: string[][] = [];
  const seen = new Set<string>();
  const gather = (name: string, group: string[]): string[] => {
    if (!seen.has(name)) {
      seen.add(name);
      group.push(name);
      const facing = faced.filter((facts) => facts.includes(name)).flat();
      for (const other of order.filter((each) => facing.includes(each))) {
        gather(other, group);
      }
    }
    return group;
  };
  for (const name of order) {
    groups.push(gather(name, []));
  }
  const isAlone = (group: readonly string[]): boolean => group.length === 1;
  const first = askingOrder(program).filter((name) => tellingOthers.includes(name));
  return [...first, ...groups.filter(isAlone).flat(), ...groups.filter((group) => !isAlone(group)).flat()];
}

export function inOrderOfCost(names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, cost: factNamed(name).cost }))
    .sort((a, b) => a.cost - b.cost || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}
