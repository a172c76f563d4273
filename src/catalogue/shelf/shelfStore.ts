import { many, maybeOne, type Queryable } from "../../platform/index.ts";
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
     from (select begun.*, max(valid_from) over (partition by currency) as newest
             from catalogue.price as begun
            where begun.sku = product.sku and customer_group = 'retail' and valid_from <= $1) as price
    where valid_from = newest and net_minor is not null) as prices`;

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

/** How a page of the shelf is narrowed. */
export interface ShelfWithin {
  readonly brand?: string | undefined;
  /** With all that is within it. */
  readonly category?: string | undefined;
  readonly kind?: "plan" | "goods" | undefined;
}

const OF_KIND = { plan: "and sold_as <> 'goods'", goods: "and sold_as = 'goods'", any: "" } as const;

/**
 * A statement for each way of narrowing: one for all of them would be planned for none, and walk the whole
 * shelf to find what an index of its own has. What is within a category begins behind its slash, and ends
 * before the sign after that.
 */
function shelfPageBy(isOfBrand: boolean, isOfCategory: boolean, kind: keyof typeof OF_KIND) {
  const place = isOfBrand ? "$5" : "$4";
  const within = `(category ~>=~ (${place} || '/') and category ~<~ (${place} || '0'))`;
  return many<ProductView>(
    `page_of_shelf_${kind}${isOfBrand ? "_of_brand" : ""}${isOfCategory ? "_of_category" : ""}`,
    `select ${LISTED}
       from (select sku from catalogue.product
              where sku > $2 and is_listed ${OF_KIND[kind]}
                    ${isOfBrand ? "and lower(brand) = lower($4)" : ""}
                    ${isOfCategory ? `and (category = ${place} or ${within})` : ""}
              order by sku
              limit $3) as wanted
       join catalogue.product using (sku)
       left join catalogue.offer using (sku)
      order by sku`,
  );
}

function shelfPagesOf(kind: keyof typeof OF_KIND) {
  return {
    whole: shelfPageBy(false, false, kind),
    ofBrand: shelfPageBy(true, false, kind),
    ofCategory: shelfPageBy(false, true, kind),
    ofBoth: shelfPageBy(true, true, kind),
  };
}

const SHELF_PAGES = { plan: shelfPagesOf("plan"), goods: shelfPagesOf("goods"), any: shelfPagesOf("any") };

/** A page of the shelf, behind a SKU, at the prices of an instant. */
export async function pageOfShelf(
  db: Queryable,
  { at, after, limit }: { readonly at: Temporal.Instant; readonly after: string; readonly limit: number },
  { brand, category, kind }: ShelfWithin,
): Promise<ProductView[]> {
  const { whole, ofBrand, ofCategory, ofBoth } = SHELF_PAGES[kind ?? "any"];
  if (brand === undefined) {
    return category === undefined
      ? await whole(db, at, after, limit)
      : await ofCategory(db, at, after, limit, category);
  }
  return category === undefined
    ? await ofBrand(db, at, after, limit, brand)
    : await ofBoth(db, at, after, limit, brand, category);
}

/** Whether a SKU is in the catalogue, listed or not. */
export const isInCatalogue = maybeOne<{ readonly sku: string }>(
  "is_in_catalogue",
  "select sku from catalogue.product where sku = $1",
);
