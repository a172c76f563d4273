import { many } from "../../platform/index.ts";
import type { NamedValue, SupplierTier } from "../imports/index.ts";

/** A product as a file tells of it: the columns an import reads. */
export interface ExportedProduct {
  readonly sku: string;
  readonly supplierKey: string | null;
  readonly productCode: string;
  readonly supplierCode: string | null;
  readonly name: string;
  readonly brand: string;
  readonly category: string;
  readonly summary: string;
  readonly description: string;
  readonly specifications: readonly NamedValue[];
  readonly parameters: readonly NamedValue[];
  readonly photoUrl: string | null;
  readonly gtin: string | null;
  readonly weightGrams: number;
  readonly minQuantity: number;
  readonly multiple: number;
  /** Null where it is made on demand. */
  readonly stock: number | null;
  readonly leadDays: number;
  /** The retail lists in force at `$2`. */
  readonly prices: readonly SupplierTier[];
}

/** The next products behind a SKU; of a supplier where one is given. */
export const exportedBehind = many<ExportedProduct>(
  "exported_products",
  `select product.sku, supplier_key as "supplierKey", product_code as "productCode",
          supplier_code as "supplierCode", name, brand, category, summary, description, specifications,
          parameters, photo_url as "photoUrl", gtin, weight_grams as "weightGrams",
          coalesce(min_quantity, 1) as "minQuantity", coalesce(multiple, 1) as multiple, stock,
          coalesce(lead_days, 0) as "leadDays",
          (select coalesce(json_agg(json_build_object(
                    'currency', currency, 'minQuantity', price.min_quantity, 'netMinor', net_minor,
                    'grossMinor', gross_minor) order by currency, price.min_quantity), '[]'::json)
             from catalogue.price
            where price.sku = product.sku and customer_group = 'retail' and net_minor is not null
              and valid_from = (
                select max(newest.valid_from) from catalogue.price as newest
                 where newest.sku = price.sku and newest.currency = price.currency
                   and newest.customer_group = 'retail' and newest.valid_from <= $2)) as prices
     from catalogue.product left join catalogue.offer using (sku)
    where product.sku > $1 and ($3::text is null or supplier = $3)
    order by product.sku
    limit $4`,
);
