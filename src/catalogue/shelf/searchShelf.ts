import type { Queryable } from "../../platform/index.ts";
import { searchWanted, toQuery } from "./searchWords.ts";
import {
  countByWords,
  type Found,
  type FoundOf,
  MOST_COUNTED,
  MOST_HITS,
  nearestWords,
  searchByCode,
  searchByWords,
} from "./shelfStore.ts";

/** Where a page begins: behind a hit of this score and SKU. */
export interface Behind {
  readonly score: number;
  readonly sku: string;
}

/** What is searched for, and within what. */
export interface SearchAsked {
  readonly typed: string;
  readonly brand: string | undefined;
  readonly category: string | undefined;
  readonly soldAs: readonly string[] | undefined;
  readonly behind: Behind | undefined;
  readonly limit: number;
}

/** What a search found. */
export interface Searched {
  readonly page: readonly Behind[];
  /** How many there are, exact up to the most that are counted; of more, one above that. */
  readonly count: number;
  /** Of the first thousand hits, the most frequent first. */
  readonly brands: readonly FoundOf[];
  readonly categories: readonly FoundOf[];
  /** What was searched for in place of what was typed, which nothing has. */
  readonly meant: string | undefined;
}

/**
 * Finds products: by a part of a code where the search looks like one, else by the beginnings of words, else
 * by the words that are most like those that were typed.
 */
export async function searchShelf(db: Queryable, asked: SearchAsked): Promise<Searched> {
  const { words, code } = searchWanted(asked.typed);
  if (code !== undefined) {
    const found = await searchByCode(db, code, ...narrowed(asked));
    if (found.hits > 0) {
      return { ...told(found), count: found.hits < MOST_HITS ? found.hits : MOST_COUNTED + 1 };
    }
  }
  const found = await byWords(db, asked, words);
  if (found.count > 0 || words.length === 0) {
    return found;
  }
  const near = await nearestWords(db, words);
  const meant = near.map(({ word, nearest }) => nearest ?? word);
  const again = meant.join(" ") === words.join(" ") ? found : await byWords(db, asked, meant);
  return again.count === 0 ? found : { ...again, meant: meant.join(" ") };
}

async function byWords(db: Queryable, asked: SearchAsked, words: readonly string[]): Promise<Searched> {
  if (words.length === 0) {
    return { page: [], count: 0, brands: [], categories: [], meant: undefined };
  }
  const query = toQuery(words);
  const found = await searchByWords(db, query, ...narrowed(asked));
  const { count } =
    found.hits < MOST_HITS ? { count: found.hits } : await countByWords(db, query, ...within(asked));
  return { ...told(found), count };
}

function within({ brand, category, soldAs }: SearchAsked): readonly unknown[] {
  return [brand, category, soldAs];
}

function narrowed(asked: SearchAsked): readonly unknown[] {
  return [...within(asked), asked.behind?.score, asked.behind?.sku, asked.limit];
}

function told({ page, brands, categories }: Found): Omit<Searched, "count"> {
  return { page, brands, categories, meant: undefined };
}
