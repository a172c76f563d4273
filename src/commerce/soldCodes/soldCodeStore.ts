import { many } from "../../platform/index.ts";
import { seenBy } from "../store.ts";
import type { SoldCode } from "./soldCode.ts";

const SOLD_CODE = `code.code_digest as digest, code.order_id as "orderId", code.line_no as "lineNo",
  code.batch_id as "batchId", code.sku, code.region, code.last4, code.state, code.voided_for as "voidedFor",
  code.sold_at as "soldAt", code.delivered_at as "deliveredAt", code.redeemed_at as "redeemedAt",
  code.last_use_on as "useBy", code.redeemed_by as "redeemedBy"`;

/**
 * A page of the codes of the orders the caller sees (`$1` to `$5`), those of the newest order first, behind
 * an order and a digest (`$6`, `$7`).
 */
export const pageOfSoldCodes = many<SoldCode>(
  "page_of_sold_codes",
  `select ${SOLD_CODE}
     from commerce.order as o
     join contracts.code as code on code.order_id = o.order_id and code.state <> 'stock'
    where ${seenBy(1)}
      and ($6 = '' or o.order_id < $6 or (o.order_id = $6 and code.code_digest > $7))
      and ($8::text is null or code.state = $8)
      and ($9::text is null or code.sku = $9)
      and ($10::text is null or o.order_id = $10)
      and ($11::text is null or code.batch_id = $11)
      and ($12::text is null or code.last4 = $12)
      and ($13::timestamptz is null or code.sold_at >= $13)
    order by o.order_id desc, code.code_digest
    limit $14`,
);

/** The codes whose digest lies between pairs of bounds (`$6`, `$7`), of orders the caller sees. */
export const namedSoldCodes = many<SoldCode & { readonly resellerId: string | null }>(
  "named_sold_codes",
  `select ${SOLD_CODE}, o.reseller_id as "resellerId"
     from unnest($6::bytea[], $7::bytea[]) as named(first, last)
     join contracts.code as code on code.code_digest between named.first and named.last
     join commerce.order as o on o.order_id = code.order_id
    where ${seenBy(1)} and code.state <> 'stock'
    order by o.order_id, code.code_digest`,
);
