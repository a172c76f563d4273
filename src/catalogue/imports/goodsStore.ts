import { effect } from "../../platform/index.ts";
import { marked } from "../shelfMarkStore.ts";

// Lists by column, not JSON: they are read in half the time.
const GOODS = `unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
         $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::integer[])
       as given(sku, product_code, supplier_code, name, brand, category, summary, description, specifications,
                parameters, photo_url, gtin, weight_grams)`;
const OFFERS = `unnest($2::text[], $3::text[], $4::integer[], $5::integer[], $6::integer[], $7::integer[],
         $8::text[], $9::text[])
       as given(sku, supplier_key, stock, lead_days, min_quantity, multiple, described, priced)`;

/** Puts new goods on the shelf: `$1` is when, then a list for each column. */
export const insertGoods = effect(
  "insert_goods",
  `with ${marked("product")}
   insert into catalogue.product
     (sku, product_code, supplier_code, name, brand, category, summary, description, specifications,
      parameters, photo_url, gtin, weight_grams, sold_as, changed_at)
   select sku, product_code, supplier_code, name, brand, category, summary, description,
          specifications::jsonb, parameters::jsonb, photo_url, gtin, weight_grams, 'goods', $1
     from ${GOODS}`,
);

/** Writes what a supplier says of its goods now, but for fields that a person has set. */
export const describeGoods = effect(
  "describe_goods",
  `with ${marked("product")}
   update catalogue.product as product
      set supplier_code = given.supplier_code, description = given.description,
          parameters = given.parameters::jsonb, changed_at = $1, version = version + 1,
          product_code = case when 'productCode' = any(kept_fields) then product.product_code
                              else given.product_code end,
          gtin = case when 'gtin' = any(kept_fields) then product.gtin else given.gtin end,
          weight_grams = case when 'weightGrams' = any(kept_fields) then product.weight_grams
                              else given.weight_grams end,
          name = case when 'name' = any(kept_fields) then product.name else given.name end,
          brand = case when 'brand' = any(kept_fields) then product.brand else given.brand end,
          category = case when 'category' = any(kept_fields) then product.category else given.category end,
          summary = case when 'summary' = any(kept_fields) then product.summary else given.summary end,
          specifications = case when 'specifications' = any(kept_fields) then product.specifications
                                else given.specifications::jsonb end,
          photo_url = case when 'photoUrl' = any(kept_fields) then product.photo_url
                           else given.photo_url end
     from ${GOODS}
    where product.sku = given.sku`,
);

/** Writes how new goods may be had: `$1` is their supplier, then a list for each column. */
export const insertOffers = effect(
  "insert_offers",
  `with ${marked("offer")}
   insert into catalogue.offer
     (sku, supplier, supplier_key, stock, lead_days, min_quantity, multiple, described, priced)
   select sku, $1, supplier_key, stock, lead_days, min_quantity, multiple, described, priced
     from ${OFFERS}`,
);

/** Writes how goods of the supplier `$1` may be had now. */
export const updateOffers = effect(
  "update_offers",
  `with ${marked("offer")}
   update catalogue.offer as offer
      set stock = given.stock, lead_days = given.lead_days, min_quantity = given.min_quantity,
          multiple = given.multiple, described = given.described, priced = given.priced
     from ${OFFERS}
    where offer.sku = given.sku and offer.supplier = $1`,
);

/** Writes price lists that hold from `$1` on: a list for each column, one row for each step. */
export const insertPriceLists = effect(
  "insert_price_lists",
  `with ${marked("price")}
   insert into catalogue.price (sku, currency, min_quantity, net_minor, gross_minor, valid_from)
   select sku, currency, min_quantity, net_minor, gross_minor, $1
     from unnest($2::text[], $3::text[], $4::integer[], $5::bigint[], $6::bigint[])
       as given(sku, currency, min_quantity, net_minor, gross_minor)
   on conflict do nothing`,
);
