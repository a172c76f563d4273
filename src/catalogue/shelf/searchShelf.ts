import type { Queryable } from "../../platform/index.ts";
import type { Asker } from "../heldRows.ts";
import {
  type Found,
  type FoundOf,
  type KnownWord,
  knownWords,
  MOST_BEGINNINGS,
  searchByCode,
  searchByWords,
} from "./findingStore.ts";
import { heldSearch } from "./heldSearches.ts";
import { searchWanted } from "./searchWords.ts";

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

const NOTHING: Found = { count: 0, brands: [], categories: [], ranked: [] };

/**
 * Finds products: by a part of a code where the search looks like one, else by the beginnings of words, else
 * by the words that are most like those that were typed. What was found is held for a while, so that its next
 * page is of the same hits.
 */
export async function searchShelf(db: Asker, asked: SearchAsked): Promise<Searched> {
  const { brand, category, soldAs } = asked;
  const key = JSON.stringify([asked.typed, brand, category, soldAs]);
  const { found, meant } = await heldSearch(db.platform, key, () => search(db, asked));
  return {
    page: pageOf(found.ranked, asked),
    ...{ count: found.count, brands: found.brands, categories: found.categories, meant },
  };
}

interface Answered {
  readonly found: Found;
  readonly meant: string | undefined;
}

async function search(db: Asker, { typed, brand, category, soldAs }: SearchAsked): Promise<Answered> {
  const within = [brand, category, soldAs];
  const { words, code } = searchWanted(typed);
  if (code !== undefined) {
    const found = await searchByCode(db, code, ...within);
    if (found.count > 0) {
      return { found, meant: undefined };
    }
  }
  const known = words.length === 0 ? [] : await knownWords(db, words);
  const query = queryOf(known);
  if (query === undefined) {
    return { found: NOTHING, meant: undefined };
  }
  const found = await searchByWords(db, query, ...within);
  const isMeant = found.count > 0 && known.some(({ nearest }) => nearest !== null);
  return {
    found,
    meant: isMeant ? known.map(({ plain, nearest }) => nearest ?? plain).join(" ") : undefined,
  };
}

/**
 * The text search query for what was typed, by the beginnings of its words or those most like them; undefined
 * where nothing can be found.
 */
export async function wordsQuery(db: Queryable, typed: string): Promise<string | undefined> {
  const { words } = searchWanted(typed);
  return words.length === 0 ? undefined : queryOf(await knownWords(db, words));
}

/** A text search query of all the words, each by its beginning; undefined where one is like no known word. */
function queryOf(known: readonly KnownWord[]): string | undefined {
  const parts = known.map(partOf);
  return parts.length === 0 || parts.includes(undefined) ? undefined : parts.join(" & ");
}

/** A single letter is a word. Beginnings of few words are written out, because those are found faster. */
function partOf({ plain, begin, nearest }: KnownWord): string | undefined {
  if (plain.length === 1) {
    return `'${plain}'`;
  }
  if (begin.length > MOST_BEGINNINGS) {
    return `'${plain}':*`;
  }
  if (begin.length === 0 && nearest === null) {
    return undefined;
  }
  const meant = nearest === null ? begin : [nearest];
  return `(${meant.map((word) => `'${word}'`).join(" | ")})`;
}

/** The hits behind a score and a SKU, as many as are wanted. */
function pageOf(ranked: readonly Behind[], { behind, limit }: SearchAsked): readonly Behind[] {
  const from =
    behind === undefined
      ? 0
      : ranked.findIndex(
          ({ score, sku }) => score < behind.score || (score === behind.score && sku > behind.sku),
        );
  return from < 0 ? [] : ranked.slice(from, from + limit);
}
