import { effect } from "../../platform/index.ts";
import { marked } from "../shelfMarkStore.ts";

const TEXTS = `sku text, "productCode" text, "supplierCode" text, name text, brand text, category text,
  summary text, description text, specifications jsonb, parameters jsonb, "photoUrl" text, gtin text,
  "weightGrams" integer`;
const OFFER = `sku text, "supplierKey" text, stock integer, "leadDays" integer, "minQuantity" integer,
  multiple integer, described text, priced text`;

/** Puts new goods on the shelf: `$1` is a JSON list of them, `$2` when. */
export const insertGoods = effect(
  "insert_goods",
  `with ${marked("product")}
   insert into catalogue.product
     (sku, product_code, supplier_code, name, brand, category, summary, description, specifications,
      parameters, photo_url, gtin, weight_grams, sold_as, changed_at)
   select sku, "productCode", "supplierCode", name, brand, category, summary, description, specifications,
          parameters, "photoUrl", gtin, "weightGrams", 'goods', $2
     from json_to_recordset($1::json) as given(${TEXTS})`,
);

/** Writes what a supplier says of its goods now, but for fields that a person has set. */
export const describeGoods = effect(
  "describe_goods",
  `with ${marked("product")}
   update catalogue.product as product
      set supplier_code = given."supplierCode", description = given.description,
          parameters = given.parameters, changed_at = $2, version = version + 1,
          product_code = case when 'productCode' = any(kept_fields) then product.product_code
                              else given."productCode" end,
          gtin = case when 'gtin' = any(kept_fields) then product.gtin else given.gtin end,
          weight_grams = case when 'weightGrams' = any(kept_fields) then product.weight_grams
                              else given."weightGrams" end,
          name = case when 'name' = any(kept_fields) then product.name else given.name end,
          brand = case when 'brand' = any(kept_fields) then product.brand else given.brand end,
          category = case when 'category' = any(kept_fields) then product.category else given.category end,
          summary = case when 'summary' = any(kept_fields) then product.summary else given.summary end,
          specifications = case when 'specifications' = any(kept_fields) then product.specifications
                                else given.specifications end,
          photo_url = case when 'photoUrl' = any(kept_fields) then product.photo_url
                           else given."photoUrl" end
     from json_to_recordset($1::json) as given(${TEXTS})
    where product.sku = given.sku`,
);

/** Writes how new goods may be had: `$1` is a JSON list, `$2` their supplier. */
export const insertOffers = effect(
  "insert_offers",
  `with ${marked("offer")}
   insert into catalogue.offer
     (sku, supplier, supplier_key, stock, lead_days, min_quantity, multiple, described, priced)
   select sku, $2, "supplierKey", stock, "leadDays", "minQuantity", multiple, described, priced
     from json_to_recordset($1::json) as given(${OFFER})`,
);

/** Writes how goods may be had now. */
export const updateOffers = effect(
  "update_offers",
  `with ${marked("offer")}
   update catalogue.offer as offer
      set stock = given.stock, lead_days = given."leadDays", min_quantity = given."minQuantity",
          multiple = given.multiple, described = given.described, priced = given.priced
     from json_to_recordset($1::json) as given(${OFFER})
    where offer.sku = given.sku`,
);

/** Writes price lists that hold from `$2` on. `$1` is a JSON list of products with their prices. */
export const insertPriceLists = effect(
  "insert_price_lists",
  `with ${marked("price")}
   insert into catalogue.price (sku, currency, min_quantity, net_minor, gross_minor, valid_from)
   select given.sku, tier.currency, tier."minQuantity", tier."netMinor", tier."grossMinor", $2
     from json_to_recordset($1::json) as given(sku text, prices json),
          json_to_recordset(given.prices)
            as tier(currency text, "minQuantity" integer, "netMinor" bigint, "grossMinor" bigint)
   on conflict do nothing`,
);
