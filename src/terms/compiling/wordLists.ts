/**
 * Whether a word is in a list. Lists in terms are short, and for those a loop over texts beats a set by far.
 */
export function isWordAmong(word: string, list: readonly unknown[]): boolean {
  for (let i = 0; i < list.length; i += 1) {
    const other = list[i];
    if (typeof other === "string" && other === word) {
      return true;
    }
  }
  return false;
}

/** Up to this many words a loop over them is faster than a set. */
const short = 8;

/** Words a value or a list is held against. */
export class WordSet {
  readonly list: readonly string[];
  readonly #set: ReadonlySet<unknown> | undefined;

  constructor(words: readonly string[]) {
    const set = new Set(words);
    this.list = [...set];
    this.#set = set.size > short ? set : undefined;
  }

  has(word: unknown): boolean {
    if (this.#set !== undefined) {
      return this.#set.has(word);
    }
    return typeof word === "string" && isWordAmong(word, this.list);
  }

  hasSome(words: readonly unknown[]): boolean {
    for (let i = 0; i < words.length; i += 1) {
      if (this.has(words[i])) {
        return true;
      }
    }
    return false;
  }

  hasAll(words: readonly unknown[]): boolean {
    for (let i = 0; i < words.length; i += 1) {
      if (!this.has(words[i])) {
        return false;
      }
    }
    return true;
  }
}
