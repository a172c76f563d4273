import { effect, many } from "../platform/index.ts";
import type { OrderedCode } from "./returnedCodes.ts";

/** Locks the codes of orders, by order, line and digest. */
export const lockCodesOfOrders = many<OrderedCode & { readonly orderId: string }>(
  "lock_codes_of_orders",
  `select order_id as "orderId", code_digest as digest, line_no as "lineNo", last4, state, plan, models,
          region, sold_at as "soldAt", redeemed_by as "redeemedBy", sale_no as "saleNo", purchase
     from contracts.code
    where order_id = any($1::text[])
    order by order_id, line_no, code_digest
      for update`,
);

/** Takes sold codes out of use. */
export const voidSold = effect(
  "void_sold_codes",
  `update contracts.code set state = 'void', voided_for = $2, version = version + 1
    where code_digest = any($1::bytea[]) and state = 'sold'`,
);

/**
 * Puts codes of an order back into use that were taken out of it for this reason, by the sales they stand
 * for.
 */
export const takeCodesUpAgain = effect(
  "take_codes_up_again",
  `update contracts.code set state = 'sold', voided_for = null, version = version + 1
    where order_id = $1 and sale_no = any($2::integer[]) and state = 'void' and voided_for = $3
      and replaced_by is null`,
);

/** Takes the unused codes of sales out of use. */
export const voidCodesOfSales = effect(
  "void_codes_of_sales",
  `update contracts.code set state = 'void', voided_for = $3, version = version + 1
    where order_id = $1 and sale_no = any($2::integer[]) and state = 'sold'`,
);
