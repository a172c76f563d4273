import { effect, many, maybeOne } from "../../platform/index.ts";
import type { Shop } from "./shop.ts";

const SHOP = `shop_id as "shopId", reseller_id as "resellerId", kind, domain, skus, method, state,
  created_at as "createdAt", version`;

/** Writes a shop down. No row: the reseller has one of this domain. */
export const insertShop = maybeOne<Shop>(
  "insert_shop",
  `insert into commerce.shop_connection
     (shop_id, reseller_id, kind, domain, secret, skus, method, created_by, created_at)
   values ($1, $2, 'shopify', $3, $4, $5::jsonb, $6, $7, $8)
   on conflict (reseller_id, domain) do nothing
   returning ${SHOP}`,
);

/** A shop that the caller may see: the office all (`$2`), a reseller its own. */
export const seenShop = maybeOne<Shop>(
  "seen_shop",
  `select ${SHOP} from commerce.shop_connection where shop_id = $1 and ($2 or reseller_id = $3)`,
);

/** Locks it. */
export const lockSeenShop = maybeOne<Shop>(
  "lock_seen_shop",
  `select ${SHOP} from commerce.shop_connection
    where shop_id = $1 and ($2 or reseller_id = $3) for update`,
);

/** The newest first; `$1` all, `$2` those of a reseller, before `$3`; of one id (`$5`) where it is given. */
export const pageOfShops = many<Shop>(
  "page_of_shops",
  `select ${SHOP} from commerce.shop_connection
    where ($1 or reseller_id = $2) and ($3 = '' or shop_id < $3) and ($5::text is null or shop_id = $5)
    order by shop_id desc limit $4`,
);

/** Changes what is given. */
export const updateShop = maybeOne<Shop>(
  "update_shop",
  `update commerce.shop_connection
      set skus = coalesce($2::jsonb, skus), method = coalesce($3, method), state = coalesce($4, state),
          secret = coalesce($5, secret), version = version + 1
    where shop_id = $1
   returning ${SHOP}`,
);

/** A shop with its sealed secret, for the check of a message. */
export const shopToCheck = maybeOne<Pick<Shop, "shopId" | "state" | "domain"> & { readonly secret: Buffer }>(
  "shop_to_check",
  `select shop_id as "shopId", state, domain, secret from commerce.shop_connection where shop_id = $1`,
);

/** A shop as the work on its messages needs it, with whose it is. */
export const shopAtWork = maybeOne<Shop>(
  "shop_at_work",
  `select ${SHOP} from commerce.shop_connection where shop_id = $1`,
);

/** How many of these SKUs the catalogue has. */
export const knownSkus = many<{ readonly sku: string }>(
  "known_skus",
  "select sku from catalogue.product where sku = any($1::text[])",
);

/** Links an order of ours to the shop's order it was placed for. */
export const insertSale = effect(
  "insert_shop_sale",
  `insert into commerce.shop_sale (order_id, shop_id, shop_order, customer_id) values ($1, $2, $3, $4)
   on conflict (order_id) do nothing`,
);

/** Our orders for an order of a shop's, the newest first. */
export const salesOf = many<{ readonly orderId: string }>(
  "sales_of_shop_order",
  `select order_id as "orderId" from commerce.shop_sale
    where shop_id = $1 and shop_order = $2 order by order_id desc`,
);

/** Whether an order of ours was placed for a shop's, and who is sent its codes. */
export const saleOf = maybeOne<{ readonly customerId: string | null; readonly domain: string }>(
  "shop_sale_of",
  `select sale.customer_id as "customerId", shop.domain
     from commerce.shop_sale as sale
     join commerce.shop_connection as shop using (shop_id)
    where sale.order_id = $1`,
);
