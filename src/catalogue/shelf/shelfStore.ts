import { many, maybeOne, type Queryable } from "../../platform/index.ts";
import { askTogether } from "../askTogether.ts";
import type { ProductSheet, ProductView } from "./shelfProduct.ts";
import { listed, type SheetRow, type ShelfRow, withSheet } from "./shelfRow.ts";

/** What a list tells of a product, at the prices of an instant. */
export const listedAt = (
  at: string,
): string => `product.sku, product_code as "productCode", product.name, brand,
  category, summary, photo_url as "photoUrl", programme, plan, sold_as as "soldAs", models,
  offer.min_quantity as "minQuantity", offer.multiple, offer.stock, offer.lead_days as "leadDays",
  (select json_agg(json_build_array(currency, price.min_quantity, net_minor, gross_minor))
     from (select currency, min_quantity, net_minor, gross_minor, valid_from,
                  max(valid_from) over (partition by currency) as newest
             from catalogue.price as begun
            where begun.sku = product.sku and customer_group = 'retail' and valid_from <= ${at}) as price
    where valid_from = newest and net_minor is not null) as tiers`;

/**
 * Lists that are unnested behind a select are of no length the planner knows: it plans once for all lengths,
 * and not anew for each question, which takes longer than its answer.
 */
const unplanned = (parameter: string): string => `(select ${parameter})`;

/** The listed ones of these SKUs with their sheets, each at the prices of its own instant (`$1`). */
const sheetRows = many<SheetRow & { readonly place: number }>(
  "sheets_of_products",
  `select wanted.place::integer, ${listedAt("wanted.at")}, specifications, gtin,
          weight_grams as "weightGrams", offer.supplier, supplier.name as "supplierName",
          supplier_code as "supplierCode", description, parameters
     from unnest(${unplanned("$1::timestamptz[]")}, ${unplanned("$2::text[]")})
          with ordinality as wanted(at, sku, place)
     join catalogue.product using (sku)
     left join catalogue.offer using (sku)
     left join catalogue.supplier on supplier.supplier = offer.supplier
    where is_listed`,
);

/** One listed product with its sheet. */
export const shelfProduct = askTogether<ProductView & ProductSheet>(async (db, asked) => {
  const rows = await sheetRows(
    db,
    asked.map(({ at }) => at),
    asked.map(({ key }) => key),
  );
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  return asked.map((_, index) => {
    const row = byPlace.get(index + 1);
    return row === undefined ? undefined : withSheet(row);
  });
});

const rowsOf = many<ShelfRow>(
  "shelf_products",
  `select ${listedAt("$1")}
     from unnest(${unplanned("$2::text[]")}) with ordinality as wanted(sku, place)
     join catalogue.product using (sku)
     left join catalogue.offer using (sku)
    order by place`,
);

/** The products of these SKUs, in the order of the SKUs given. */
export async function shelfProducts(
  db: Queryable,
  at: Temporal.Instant,
  skus: readonly string[],
): Promise<ProductView[]> {
  return (await rowsOf(db, at, skus)).map(listed);
}

/** How a page of the shelf is narrowed. */
export interface ShelfWithin {
  readonly brand?: string | undefined;
  /** With all that is within it. */
  readonly category?: string | undefined;
  readonly kind?: "plan" | "goods" | undefined;
}

/** Which page: at the prices of which instant, behind which SKU, of how many. */
interface PageAsked {
  readonly at: Temporal.Instant;
  readonly after: string | undefined;
  readonly limit: number;
}

/** A row of a page, which knows whether what it stands behind is in the catalogue. */
type PageRow = ShelfRow & { readonly isBehind: boolean };

const OF_KIND = { plan: "and sold_as <> 'goods'", goods: "and sold_as = 'goods'", any: "" } as const;

/** The lengths pages are read in: one more than lists are asked for, up to the longest there is. */
const LENGTHS = [25, 51, 201] as const;

/**
 * A statement for each way of narrowing and each length: one for all of them would be planned for none, and
 * walk the whole shelf to find what an index of its own has. What is within a category begins behind its
 * slash, and ends before the sign after that.
 */
function pageOf(
  isOfBrand: boolean,
  isOfCategory: boolean,
  kind: keyof typeof OF_KIND,
  length: (typeof LENGTHS)[number],
) {
  const place = isOfBrand ? "$4" : "$3";
  const within = `(category ~>=~ (${place} || '/') and category ~<~ (${place} || '0'))`;
  return many<PageRow>(
    `page_of_shelf_${kind}${isOfBrand ? "_of_brand" : ""}${isOfCategory ? "_of_category" : ""}_${length}`,
    `select ${listedAt("$1")},
            exists (select from catalogue.product as known where known.sku = $2) as "isBehind"
       from (select * from catalogue.product
              where sku > $2 and is_listed ${OF_KIND[kind]}
                    ${isOfBrand ? "and lower(brand) = lower($3)" : ""}
                    ${isOfCategory ? `and (category = ${place} or ${within})` : ""}
              order by sku
              limit ${length}) as product
       left join catalogue.offer using (sku)
      order by sku`,
  );
}

function pagesOf(kind: keyof typeof OF_KIND, length: (typeof LENGTHS)[number]) {
  return {
    whole: pageOf(false, false, kind, length),
    ofBrand: pageOf(true, false, kind, length),
    ofCategory: pageOf(false, true, kind, length),
    ofBoth: pageOf(true, true, kind, length),
  };
}

const SHELF_PAGES = LENGTHS.map((length) => ({
  length,
  plan: pagesOf("plan", length),
  goods: pagesOf("goods", length),
  any: pagesOf("any", length),
}));

/** A page of the shelf, behind a SKU, at the prices of an instant; undefined where nothing has that SKU. */
export async function pageOfShelf(
  db: Queryable,
  { at, after, limit }: PageAsked,
  within: ShelfWithin,
): Promise<ProductView[] | undefined> {
  const rows = await rowsOfPage(db, [at, after ?? ""], limit, within);
  const begins = after === undefined || (rows[0]?.isBehind ?? (await isInCatalogue(db, after)) !== undefined);
  return begins ? rows.slice(0, limit).map(listed) : undefined;
}

async function rowsOfPage(
  db: Queryable,
  asked: readonly [at: Temporal.Instant, after: string],
  limit: number,
  { brand, category, kind }: ShelfWithin,
): Promise<PageRow[]> {
  const pages = SHELF_PAGES.find(({ length }) => length >= limit) ?? SHELF_PAGES.at(-1);
  const { whole, ofBrand, ofCategory, ofBoth } = (pages as (typeof SHELF_PAGES)[number])[kind ?? "any"];
  if (brand === undefined) {
    return category === undefined ? await whole(db, ...asked) : await ofCategory(db, ...asked, category);
  }
  return category === undefined
    ? await ofBrand(db, ...asked, brand)
    : await ofBoth(db, ...asked, brand, category);
}

/** Whether a SKU is in the catalogue, listed or not. */
const isInCatalogue = maybeOne<{ readonly sku: string }>(
  "is_in_catalogue",
  "select sku from catalogue.product where sku = $1",
);
