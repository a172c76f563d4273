import { many, maybeOne } from "../../platform/index.ts";
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

/** A page of the whole shelf, behind a SKU: of a brand, of a category, sold so; each may be null. */
export const pageOfShelf = many<ProductView>(
  "page_of_shelf",
  `select ${LISTED}
     from (select sku from catalogue.product
            where sku > $2 and is_listed and ($3::text is null or lower(brand) = lower($3))
              and ($4::text is null or category = $4 or category like $4 || '/%')
              and ($5::text[] is null or sold_as = any($5::text[]))
            order by sku
            limit $6) as wanted
     join catalogue.product using (sku)
     left join catalogue.offer using (sku)
    order by sku`,
);

/** Whether a SKU is in the catalogue, listed or not. */
export const isInCatalogue = maybeOne<{ readonly sku: string }>(
  "is_in_catalogue",
  "select sku from catalogue.product where sku = $1",
);
