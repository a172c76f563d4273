import { effect } from "../../platform/index.ts";
import { marked } from "../shelfMarkStore.ts";

/** Writes how many codes there are of plans that come out of batches. */
export const writeStock = effect(
  "write_code_stock",
  `with ${marked("offer")}
   insert into catalogue.offer as offer (sku, stock)
   select counted.sku, counted.stock
     from unnest($1::text[], $2::integer[]) as counted(sku, stock)
     join catalogue.product on product.sku = counted.sku and product.code_supply = 'batch'
   on conflict (sku) do update set stock = excluded.stock where offer.stock is distinct from excluded.stock`,
);
