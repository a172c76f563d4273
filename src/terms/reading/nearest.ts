import { nearestFact, slipsBetween } from "../vocabulary/noFact.ts";

/** Longer words are no slip of a pen, and comparing them takes long. */
const longestWord = 60;
/** More are no help to a reader. */
const mostListed = 12;

/** The known word that was most likely meant; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > longestWord) {
    return undefined;
  }
  const lower = word.toLowerCase();
  const mostSlips = Math.min(3, Math.ceil(word.length / 4));
  const [first] = known
    .map((each) => ({ each, slips: slipsBetween(lower, each.toLowerCase()) }))
    .sort((a, b) => a.slips - b.slips);
  return first !== undefined && first.slips <= mostSlips ? first.each : undefined;
}

/** What to write instead: the word that was meant, or, where none is near, all that would do. */
export function writeOneOf(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== undefined) {
    return `Write ${near}.`;
  }
  const shown = known.slice(0, mostListed).join(", ");
  const isOnly = known.length === 1;
  return `Write ${isOnly ? "" : "one of "}${shown}${known.length > mostListed ? " …" : ""}.`;
}

/** A name that is no fact's, and what to write instead. */
export function noSuchFact(name: string): string {
  const near = nearestFact(name);
  const way = near === undefined ? "Name a fact of device-plan/1, such as incident.at." : `Write ${near}.`;
  return `There is no fact "${name.slice(0, longestWord)}". ${way}`;
}
