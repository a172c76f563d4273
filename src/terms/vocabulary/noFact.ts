import { vocabulary } from "../vocabulary.ts";

/** What is said of a name that is no fact's, with the nearest one that is, if any is near. */
export function noFact(name: string): string {
  const near = nearestFact(name);
  return `There is no fact "${name}"${near === undefined ? "" : `; the nearest is ${near}`}.`;
}

/** A slip of the pen changes no more letters than this. */
const mostSlips = 3;
const longestName = 60;

export function nearestFact(name: string): string | undefined {
  if (name.length > longestName || !name.includes(".")) {
    return undefined;
  }
  const last = name.slice(name.indexOf(".") + 1);
  const elsewhere = [...vocabulary.keys()].filter((fact) => fact.endsWith(`.${last}`));
  if (elsewhere.length === 1) {
    return elsewhere[0];
  }
  const [first] = [...vocabulary.keys()]
    .map((fact) => ({ fact, slips: slipsBetween(name, fact) }))
    .sort((a, b) => a.slips - b.slips);
  return first !== undefined && first.slips <= mostSlips ? first.fact : undefined;
}

/** Letters to add, to leave out or to change on the way from one word to another. */
export function slipsBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, letter] of a.split("").entries()) {
    const line = [row + 1];
    for (const [column, other] of b.split("").entries()) {
      const changed = (above[column] ?? 0) + (letter === other ? 0 : 1);
      line.push(Math.min(changed, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}
