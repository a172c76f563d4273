import { effect, many, maybeOne } from "../../platform/index.ts";
import { marked } from "../shelfMarkStore.ts";
import type { KeptProduct } from "./keptProduct.ts";

const KEPT = `product.sku, sold_as as "soldAs", product_code as "productCode", name, brand, category,
  summary, specifications, photo_url as "photoUrl", gtin, weight_grams as "weightGrams", programme, plan,
  models, code_supply as "codeSupply", is_listed as "isListed", kept_fields as "keptFields",
  (select json_build_object('stock', offer.stock, 'leadDays', coalesce(offer.lead_days, 0),
     'minQuantity', coalesce(offer.min_quantity, 1), 'multiple', coalesce(offer.multiple, 1),
     'supplier', offer.supplier, 'supplierKey', offer.supplier_key, 'supplierCode', product.supplier_code,
     'description', product.description, 'parameters', product.parameters)
     from (select) as one left join catalogue.offer on offer.sku = product.sku) as offer,
  changed_at as "changedAt", version`;

/** A product, listed or not. */
export const keptProductOf = maybeOne<KeptProduct>(
  "kept_product",
  `select ${KEPT} from catalogue.product where sku = $1`,
);

/** Locks a product until the transaction ends. */
export const lockKeptProduct = maybeOne<KeptProduct>(
  "lock_kept_product",
  `select ${KEPT} from catalogue.product where sku = $1 for update`,
);

/** What a keeper's list tells of a product. */
export interface KeptRow {
  readonly sku: string;
  readonly name: string;
  readonly brand: string;
  readonly category: string;
  readonly soldAs: KeptProduct["soldAs"];
  readonly isListed: boolean;
  readonly keptFields: string[];
  readonly supplier: string | null;
  readonly stock: number | null;
  readonly leadDays: number;
  readonly changedAt: Temporal.Instant;
}

/** A page of products by SKU, behind one, narrowed by whatever is not null. */
export const pageOfKeptProducts = many<KeptRow>(
  "page_of_kept_products",
  `select product.sku, name, brand, category, sold_as as "soldAs", is_listed as "isListed",
          kept_fields as "keptFields", supplier, stock, coalesce(lead_days, 0) as "leadDays",
          changed_at as "changedAt"
     from catalogue.product left join catalogue.offer using (sku)
    where product.sku > $1
      and ($2::text is null or lower(brand) = lower($2))
      and ($3::text is null or category = $3 or category like $3 || '/%')
      and ($4::text[] is null or sold_as = any($4::text[]))
      and ($5::boolean is null or is_listed = $5)
      and ($6::text is null or supplier = $6)
      and (not $7 or product.sku in (
             select sku from catalogue.finding
              where words @@ $8::tsquery or ($9 <> '' and codes like '%' || $9 || '%')))
    order by product.sku
    limit $10`,
);

/** Writes a product's sheet as a person set it: `$2` is JSON. */
export const updateKeptProduct = effect(
  "update_kept_product",
  `with ${marked("product")}
   update catalogue.product as product
      set product_code = given."productCode", name = given.name, brand = given.brand,
          category = given.category, summary = given.summary, specifications = given.specifications,
          photo_url = given."photoUrl", gtin = given.gtin, weight_grams = given."weightGrams",
          models = given.models, code_supply = given."codeSupply", is_listed = given."isListed",
          kept_fields = given."keptFields", changed_at = $3, version = version + 1
     from jsonb_to_record($2::jsonb) as given(
            "productCode" text, name text, brand text, category text, summary text, specifications jsonb,
            "photoUrl" text, gtin text, "weightGrams" integer, models text[], "codeSupply" text,
            "isListed" boolean, "keptFields" text[])
    where product.sku = $1`,
);

/** Forgets what the feed last said, so that its next word is written: of the texts, of the prices. */
export const forgetFeedDigests = effect(
  "forget_feed_digests",
  `update catalogue.offer
      set described = case when $2 then '' else described end, priced = case when $3 then '' else priced end
    where sku = $1`,
);

/** Keeps a field from the feed. */
export const keepField = effect(
  "keep_field",
  `update catalogue.product
      set kept_fields = array_append(array_remove(kept_fields, $2), $2), changed_at = $3,
          version = version + 1
    where sku = $1`,
);

/** Puts a product of our own on the shelf: `$2` is JSON. Zero: its SKU is taken. */
export const insertKeptProduct = effect(
  "insert_kept_product",
  `with ${marked("product")}
   insert into catalogue.product
     (sku, product_code, name, brand, category, summary, specifications, photo_url, gtin, weight_grams,
      programme, plan, models, sold_as, code_supply, is_listed, changed_at)
   select $1, "productCode", name, brand, category, summary, specifications, "photoUrl", gtin,
          "weightGrams", programme, plan, models, "soldAs", "codeSupply", "isListed", $3
     from jsonb_to_record($2::jsonb) as given(
            "productCode" text, name text, brand text, category text, summary text, specifications jsonb,
            "photoUrl" text, gtin text, "weightGrams" integer, programme text, plan text, models text[],
            "soldAs" text, "codeSupply" text, "isListed" boolean)
   on conflict do nothing`,
);

/** Writes how a product of ours may be had. */
export const saveOffer = effect(
  "save_offer",
  `with ${marked("offer")}
   insert into catalogue.offer (sku, stock, lead_days, min_quantity, multiple)
   values ($1, $2, $3, $4, $5)
   on conflict (sku) do update
      set stock = excluded.stock, lead_days = excluded.lead_days, min_quantity = excluded.min_quantity,
          multiple = excluded.multiple`,
);

/** Counts a change of a product that is written elsewhere. */
export const touchProduct = effect(
  "touch_product",
  "update catalogue.product set version = version + 1, changed_at = $2 where sku = $1",
);
