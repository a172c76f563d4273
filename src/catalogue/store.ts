import { effect, many, maybeOne, one } from "../platform/index.ts";
import type { Model } from "./model.ts";
import type { Price } from "./price.ts";
import type { Product } from "./product.ts";
import { marked } from "./shelfMarkStore.ts";
import type { TermsTexts, TermsVersion } from "./termsVersion.ts";

/** A product as it is read: instants within JSON are text. */
export type ProductRow = Omit<Product, "prices"> & {
  readonly prices: readonly (Omit<Price, "validFrom"> & { readonly validFrom: string })[];
};

/** `$1` is the instant from which on its prices may be asked for: lists replaced before it are left out. */
const PRODUCT = `sku, product_code as "productCode", name, brand, summary, programme, plan, models,
  weight_grams as "weightGrams", is_listed as "isListed", code_supply as "codeSupply", sold_as as "soldAs",
  coalesce(min_quantity, 1) as "minQuantity", coalesce(multiple, 1) as multiple,
  coalesce(lead_days, 0) as "leadDays",
  jsonb_build_object('supplier', supplier, 'stock', stock, 'leadDays', coalesce(lead_days, 0),
    'minQuantity', coalesce(min_quantity, 1), 'multiple', coalesce(multiple, 1)) as offer,
  (select coalesce(jsonb_agg(jsonb_build_object(
            'customerGroup', price.customer_group, 'currency', price.currency,
            'minQuantity', price.min_quantity, 'netMinor', price.net_minor,
            'grossMinor', price.gross_minor, 'validFrom', price.valid_from)
            order by price.customer_group, price.currency, price.valid_from, price.min_quantity),
          '[]'::jsonb)
     from (select each.*, max(valid_from) filter (where valid_from <= $1)
                            over (partition by customer_group, currency) as newest
             from catalogue.price as each
            where each.sku = product.sku) as price
    where newest is null or valid_from >= newest) as prices`;

/** Publishes a version. No row means that this version, or this very text, is there already. */
export const insertTermsVersion = maybeOne<{ hash: string }>(
  "insert_terms_version",
  `insert into catalogue.terms_version
     (programme, version, hash, language, source, layers, effective_on, published_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict do nothing
   returning hash`,
);

/** The hash a version was published with. */
export const hashOfVersion = maybeOne<{ hash: string }>(
  "hash_of_terms_version",
  "select hash from catalogue.terms_version where programme = $1 and version = $2",
);

/** Every published version without its text, the newest first. */
export const termsVersions = many<TermsVersion>(
  "terms_versions",
  `select programme, version, hash, effective_on as "effectiveOn"
     from catalogue.terms_version
    order by programme, effective_on desc, published_at desc, version desc`,
);

/** The text of a published document, and the texts that were laid over it. */
export const termsSource = one<TermsTexts>(
  "terms_source",
  "select source, layers from catalogue.terms_version where hash = $1",
);

/** Every model. */
export const allModels = many<Model>(
  "all_models",
  `select model, maker, name, series, device_group as "group", serial_format as "serialFormat"
     from catalogue.model
    order by model`,
);

/** The products with these SKUs, in the order of their SKUs. */
export const productRows = many<ProductRow>(
  "products_of",
  `select ${PRODUCT} from catalogue.product left join catalogue.offer using (sku)
    where sku = any($2::text[]) order by sku`,
);

/** The renewal product for a plan and a model. */
export const renewalProductRow = maybeOne<ProductRow>(
  "renewal_product",
  `select ${PRODUCT}
     from catalogue.product
     left join catalogue.offer using (sku)
    where sold_as = 'renewal' and programme = $2 and plan = $3 and $4 = any(models)
    order by sku
    limit 1`,
);

/** Seeds models from a list of JSON objects; what is there already stays as its keeper left it. */
export const seedModels = effect(
  "seed_models",
  `insert into catalogue.model (model, maker, name, series, device_group, serial_format)
   select model, maker, name, series, "group", "serialFormat"
     from jsonb_to_recordset($1::jsonb)
       as given(model text, maker text, name text, series text, "group" text, "serialFormat" text)
   on conflict do nothing`,
);

/** Seeds products likewise. */
export const seedProducts = effect(
  "seed_products",
  `with ${marked("product")}
   insert into catalogue.product
     (sku, product_code, name, brand, summary, programme, plan, models, sold_as)
   select sku, "productCode", name, brand, summary, programme, plan, models, "soldAs"
     from jsonb_to_recordset($1::jsonb)
       as given(sku text, "productCode" text, name text, brand text, summary text, programme text, plan text,
                models text[], "soldAs" text)
   on conflict do nothing`,
);

/** Seeds prices likewise. */
export const seedPrices = effect(
  "seed_prices",
  `with ${marked("price")}
   insert into catalogue.price (sku, currency, min_quantity, net_minor, gross_minor, valid_from)
   select sku, currency, "minQuantity", "netMinor", "grossMinor", "validFrom"
     from jsonb_to_recordset($1::jsonb)
       as given(sku text, currency text, "minQuantity" integer, "netMinor" bigint, "grossMinor" bigint,
                "validFrom" timestamptz)
   on conflict do nothing`,
);
