/** What a search asks for: words, and, where it is one word with a digit in it, a part of a code. */
export interface SearchWanted {
  /** In small letters as they were typed; the database takes their marks off. */
  readonly words: readonly string[];
  /** In capitals, letters and digits alone; undefined where nothing typed looks like a code. */
  readonly code: string | undefined;
}

const MOST_WORDS = 8;
/** Codes are found by three characters in a row; fewer find half the shop. */
const SHORTEST_CODE = 3;

/** Reads what was typed. A hyphen parts words, as it does in names. */
export function searchWanted(typed: string): SearchWanted {
  const words = [...typed.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word);
  const code = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  const isOneWord = !/\s/.test(typed.trim());
  return {
    words: [...new Set(words)].slice(0, MOST_WORDS),
    code: isOneWord && /[0-9]/.test(code) && code.length >= SHORTEST_CODE ? code : undefined,
  };
}
