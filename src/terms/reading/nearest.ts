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
    .map((each) => ({ each, slips: isTwisted(lower, each) ? 1 : slipsBetween(lower, each.toLowerCase()) }))
    .sort((a, b) => a.slips - b.slips);
  return first !== undefined && first.slips <= mostSlips ? first.each : onlyBeginning(lower, known);
}

/** The one known word that begins so: `decided` for `decided-by`. */
function onlyBeginning(word: string, known: readonly string[]): string | undefined {
  const found = word.length < 4 ? [] : known.filter((each) => each.toLowerCase().startsWith(word));
  return found.length === 1 ? found[0] : undefined;
}

/** The same letters in another order: `dyas` for `days`. */
const isTwisted = (word: string, known: string): boolean =>
  word.length === known.length && [...word].sort().join() === [...known.toLowerCase()].sort().join();

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
