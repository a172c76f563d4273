import { slipsBetween } from "../vocabulary/noFact.ts";

/** Longer words are no slip of a pen, and comparing them takes long. */
const longestWord = 60;

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
  word.length === known.length && sorted(word) === sorted(known.toLowerCase());

const sorted = (word: string): string => word.split("").sort().join("");
