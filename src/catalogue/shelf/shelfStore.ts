import { many, maybeOne, one } from "../../platform/index.ts";
import type { ProductSheet, ProductView } from "./shelfProduct.ts";

/** What a list tells of a product; `$1` is the instant whose prices count. */
const LISTED = `product.sku, product_code as "productCode", name, brand, category, summary,
  photo_url as "photoUrl", programme, plan, sold_as as "soldAs", models,
  coalesce(offer.min_quantity, 1) as "minQuantity",
  coalesce(offer.multiple, 1) as multiple,
  coalesce(to_json(offer.stock), '"on_demand"'::json) as stock,
  coalesce(offer.lead_days, 0) as "leadDays",
  (select coalesce(json_agg(json_build_object(
            'minQuantity', price.min_quantity,
            'net', json_build_object('amount', price.net_minor, 'currency', price.currency),
            'gross', json_build_object('amount', price.gross_minor, 'currency', price.currency))
            order by price.currency, price.min_quantity), '[]'::json)
     from catalogue.price
    where price.sku = product.sku and customer_group = 'retail' and net_minor is not null
      and price.valid_from = (select max(valid_from) from catalogue.price as newest
                               where newest.sku = price.sku and newest.currency = price.currency
                                 and newest.customer_group = 'retail'
                                 and newest.valid_from <= $1)) as prices`;

/** One product with its sheet. */
export const shelfProduct = maybeOne<ProductView & ProductSheet>(
  "shelf_product",
  `select ${LISTED}, specifications, gtin, weight_grams as "weightGrams",
          case when supplier is null then null else json_build_object(
            'supplier', supplier, 'name', (select s.name from catalogue.supplier as s
                                            where s.supplier = offer.supplier),
            'productCode', supplier_code, 'description', description, 'parameters', parameters) end
            as supplier
     from catalogue.product
     left join catalogue.offer using (sku)
    where product.sku = $2 and is_listed`,
);

/** The listed products of these SKUs, in the order of the SKUs given. */
export const shelfProducts = many<ProductView>(
  "shelf_products",
  `select ${LISTED}
     from unnest($2::text[]) with ordinality as wanted(sku, place)
     join catalogue.product using (sku)
     left join catalogue.offer using (sku)
    order by place`,
);

/** Narrows to a brand, a category with what is within it, and how it is sold; each may be null. */
const WITHIN = (first: number): string =>
  `is_listed and ($${first}::text is null or lower(brand) = lower($${first}))
   and ($${first + 1}::text is null or category = $${first + 1} or category like $${first + 1} || '/%')
   and ($${first + 2}::text[] is null or sold_as = any($${first + 2}::text[]))`;

/** The SKUs of a page of the whole shelf, behind one. */
export const pageOfShelf = many<{ readonly sku: string }>(
  "page_of_shelf",
  `select sku from catalogue.product where sku > $1 and ${WITHIN(2)} order by sku limit $5`,
);

/** What a search found: how many of the first thousand, what they are, and a page of them, the best first. */
export interface Found {
  readonly hits: number;
  readonly brands: readonly FoundOf[];
  readonly categories: readonly FoundOf[];
  readonly page: readonly { readonly sku: string; readonly score: number }[];
}

/** How many of the hits have this brand or category. */
export interface FoundOf {
  readonly name: string;
  readonly count: number;
}

/** The most hits that are ranked and counted: of more, the first that are met. */
export const MOST_HITS = 1_000;

/** Of ranked hits: the page behind a score and a SKU, and what all of them are. */
const TOLD = (first: number): string =>
  `select (select count(*)::integer from ranked) as hits,
          (select coalesce(json_agg(one), '[]'::json)
             from (select brand as name, count(*)::integer as count from ranked
                    group by brand order by count desc, name limit 20) as one) as brands,
          (select coalesce(json_agg(one), '[]'::json)
             from (select category as name, count(*)::integer as count from ranked where category <> ''
                    group by category order by count desc, name limit 20) as one) as categories,
          (select coalesce(json_agg(one order by score desc, sku), '[]'::json)
             from (select sku, score from ranked
                    where $${first}::integer is null or score < $${first}
                       or (score = $${first} and sku > $${first + 1})
                    order by score desc, sku
                    limit $${first + 2}) as one) as page`;

/** Searches for words: `$1` is a text search query, its marks on. */
export const searchByWords = one<Found>(
  "search_by_words",
  `with query as (select to_tsquery('simple'::regconfig, catalogue.plain($1)) as words),
        hit as (select sku, brand, category, product.words
                  from catalogue.product
                 where product.words @@ to_tsquery('simple'::regconfig, catalogue.plain($1)) and ${WITHIN(2)}
                 limit ${MOST_HITS}),
        ranked as materialized (
          select sku, brand, category, (ts_rank(hit.words, query.words) * 1000000)::integer as score
            from hit, query)
   ${TOLD(5)}`,
);

/** Searches for a part of a code, in capitals: the whole one before its beginning before any other part. */
export const searchByCode = one<Found>(
  "search_by_code",
  `with hit as (select sku, brand, category, codes
                  from catalogue.product
                 where codes like '%' || $1 || '%' and ${WITHIN(2)}
                 limit ${MOST_HITS}),
        ranked as materialized (
          select sku, brand, category,
                 case when ' ' || codes || ' ' like '% ' || $1 || ' %' then 3
                      when ' ' || codes like '% ' || $1 || '%' then 2 else 1 end as score
            from hit)
   ${TOLD(5)}`,
);

/** So many are counted; of more nobody says how many. */
export const MOST_COUNTED = 10_000;

/** Counts what words find, up to one above the most. */
export const countByWords = one<{ readonly count: number }>(
  "count_by_words",
  `select count(*)::integer as count
     from (select from catalogue.product
            where words @@ to_tsquery('simple'::regconfig, catalogue.plain($1)) and ${WITHIN(2)}
            limit ${MOST_COUNTED + 1}) as hit`,
);

/**
 * For each word: itself where products have one that begins so, else the known word most like it, or null.
 */
export const nearestWords = many<{ readonly word: string; readonly nearest: string | null }>(
  "nearest_words",
  `select given.word,
          case when exists (select from catalogue.search_word as known
                             where known.word like catalogue.plain(given.word) || '%') then given.word
               else (select known.word from catalogue.search_word as known
                      where known.word % catalogue.plain(given.word)
                      order by similarity(known.word, catalogue.plain(given.word)) desc, known.word
                      limit 1) end as nearest
     from unnest($1::text[]) with ordinality as given(word, place)
    order by place`,
);
