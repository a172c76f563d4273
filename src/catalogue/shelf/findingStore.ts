import { effect, many, one } from "../../platform/index.ts";

/** What products of these SKUs are found by, as they are now; what is the same is not written. */
const WRITTEN = `insert into catalogue.finding as finding
       (sku, brand, category, sold_as, is_listed, words, codes)
     select sku, brand, category, sold_as, is_listed,
            catalogue.words_of(name, brand, category, models),
            catalogue.codes_of(sku, product_code, supplier_code, gtin)
       from catalogue.product
      where sku = any($1::text[])
      order by sku
     on conflict (sku) do update
        set brand = excluded.brand, category = excluded.category, sold_as = excluded.sold_as,
            is_listed = excluded.is_listed, words = excluded.words, codes = excluded.codes
      where (finding.brand, finding.category, finding.sold_as, finding.is_listed,
             finding.words, finding.codes)
            is distinct from (excluded.brand, excluded.category, excluded.sold_as, excluded.is_listed,
                              excluded.words, excluded.codes)`;

/** In one order, so that two who learn the same words wait for each other one way round. */
const LEARNED = `select distinct word
       from written, unnest(tsvector_to_array(words)) as word
      order by word
     on conflict do nothing`;

/**
 * Writes what products are found by, of these SKUs, as the products are now. What is the same is not written.
 * Their words are learned: beginnings and misspelt words are looked up among them.
 */
export const writeFindings = effect(
  "write_findings",
  `with written as (
     ${WRITTEN}
     returning words
   )
   insert into catalogue.search_word (word)
     ${LEARNED}`,
);

/** Writes what products are found by, for who learns their words later in the same transaction. */
export const writeFindingsAlone = effect("write_findings_alone", WRITTEN);

/** Learns the words of these SKUs. Who else learns one of them waits until this transaction ends. */
export const learnWords = effect(
  "learn_words",
  `with written as (
     select words from catalogue.finding where sku = any($1::text[])
   )
   insert into catalogue.search_word (word)
     ${LEARNED}`,
);

/** So many beginnings are written out; of more the index looks for itself. */
export const MOST_BEGINNINGS = 32;

/** What is known of a word that was typed. */
export interface KnownWord {
  /** Without marks, in small letters. */
  readonly plain: string;
  /** Known words that begin so, one more than are written out at the most. */
  readonly begin: readonly string[];
  /** Where none begins so: the known word most like it, or null. */
  readonly nearest: string | null;
}

/** What is known of these words, in their order. What nothing begins with, no product has. */
export const knownWords = many<KnownWord>(
  "known_words",
  `select plain, begin,
          case when begin = '{}'
               then (select known.word from catalogue.search_word as known
                      where known.word % plain and known.word ~ '^[a-z]{3,40}$'
                      order by similarity(known.word, plain) desc, known.word
                      limit 1) end as nearest
     from unnest($1::text[]) with ordinality as given(word, place)
    cross join lateral (select catalogue.plain(given.word) as plain) as read
    cross join lateral (
      select array(select known.word from catalogue.search_word as known
                    where known.word collate "C" >= plain and known.word collate "C" < plain || chr(1114111)
                    order by known.word collate "C"
                    limit ${MOST_BEGINNINGS + 1}) as begin) as known
    order by place`,
);

/** How many of the hits have this brand or category. */
export interface FoundOf {
  readonly name: string;
  readonly count: number;
}

/** What a search found: the best of it in order, how many there are, and what they are. */
export interface Found {
  /** As many as there are, up to one above the most that are counted. */
  readonly count: number;
  /** Of the ranked hits, the most frequent first. */
  readonly brands: readonly FoundOf[];
  readonly categories: readonly FoundOf[];
  /** The ranked hits, the best first, then by SKU. */
  readonly ranked: readonly { readonly sku: string; readonly score: number }[];
}

/** The most hits that are ranked, and told by brand and category: of more, the first that are met. */
export const MOST_HITS = 1_000;

/** So many are counted; of more nobody says how many. */
export const MOST_COUNTED = 10_000;

/** Narrows to a brand, a category with what is within it, and how it is sold; each may be null. */
const WITHIN = `is_listed and ($2::text is null or lower(brand) = lower($2))
   and ($3::text is null or category = $3 or category like $3 || '/%')
   and ($4::text[] is null or sold_as = any($4::text[]))`;

/** Tells of `met` how many there are, and of the `ranked` of them what they are and in which order. */
const TOLD = `select (select count(*)::integer from met) as count,
          (select coalesce(json_agg(one), '[]'::json)
             from (select brand as name, count(*)::integer as count from ranked
                    group by brand order by count desc, name limit 20) as one) as brands,
          (select coalesce(json_agg(one), '[]'::json)
             from (select category as name, count(*)::integer as count from ranked where category <> ''
                    group by category order by count desc, name limit 20) as one) as categories,
          (select coalesce(json_agg(json_build_object('sku', sku, 'score', score) order by score desc, sku),
                           '[]'::json)
             from ranked) as ranked`;

/** Searches for words: `$1` is a text search query. */
export const searchByWords = one<Found>(
  "search_by_words",
  `with met as materialized (
          select sku, brand, category, words
            from catalogue.finding
           where words @@ $1::tsquery and ${WITHIN}
           limit ${MOST_COUNTED + 1}),
        ranked as materialized (
          select sku, brand, category, (ts_rank(words, $1::tsquery) * 1000000)::integer as score
            from (select * from met limit ${MOST_HITS}) as hit)
   ${TOLD}`,
);

/** Searches for a part of a code, in capitals: the whole one before its beginning before any other part. */
export const searchByCode = one<Found>(
  "search_by_code",
  `with met as materialized (
          select sku, brand, category, codes
            from catalogue.finding
           where codes like '%' || $1 || '%' and ${WITHIN}
           limit ${MOST_COUNTED + 1}),
        ranked as materialized (
          select sku, brand, category,
                 case when ' ' || codes || ' ' like '% ' || $1 || ' %' then 3
                      when ' ' || codes like '% ' || $1 || '%' then 2 else 1 end as score
            from (select * from met limit ${MOST_HITS}) as hit)
   ${TOLD}`,
);
