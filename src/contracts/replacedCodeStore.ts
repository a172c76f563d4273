import { many, maybeOne } from "../platform/index.ts";
import type { NamedCode, Replacement } from "./replacedCodes.ts";

const NAMED = `code_digest as digest, order_id as "orderId", line_no as "lineNo", sku, last4, state,
  voided_for as "voidedFor", delivered_at as "deliveredAt", expires_at as "expiresAt", sale_no as "saleNo",
  replaced_by as "replacedBy"`;

/** The code whose digest lies between two. */
export const codeNamed = maybeOne<NamedCode>(
  "code_named",
  `select ${NAMED} from contracts.code where code_digest between $1 and $2`,
);

/** The same, locked: who uses a code locks it without its order. */
export const lockCodeNamed = maybeOne<NamedCode>(
  "lock_code_named",
  `select ${NAMED} from contracts.code where code_digest between $1 and $2 for update`,
);

/** Takes codes out of use and writes those that stand for them from now on, in one statement. */
export const insertReplacements = many<Omit<Replacement, "id"> & { readonly digest: Buffer }>(
  "insert_replacements",
  `with given as (
     select * from unnest($1::bytea[], $2::bytea[], $3::text[], $4::bytea[])
       as given(old_digest, new_digest, new_last4, new_sealed)
   ), old as (
     update contracts.code as code
        set state = 'void', voided_for = $6, replaced_by = given.new_digest, version = version + 1
       from given
      where code.code_digest = given.old_digest
        and (code.state = 'sold' or code.voided_for = 'stolen') and code.replaced_by is null
        and code.order_id is not null
     returning code.*, given.new_digest, given.new_last4, given.new_sealed
   ), new as (
     insert into contracts.code (code_digest, last4, sealed, pepper_version, programme, plan, sku, models,
                                 region, state, order_id, line_no, sold_at, delivered_at, purchase, sale_no,
                                 currency, last_use_on, expires_at)
     select new_digest, new_last4, new_sealed, $5, programme, plan, sku, models, region, 'sold', order_id,
            line_no, sold_at, case when delivered_at is null then null else $7::timestamptz end, purchase,
            sale_no, currency, last_use_on, expires_at
       from old
   )
   select new_digest as digest, line_no as "lineNo", sku, new_last4 as last4, last4 as was
     from old order by line_no, new_digest`,
);

/** Orders that have codes of a voided batch which were not issued anew yet. */
export const ordersOfStolen = many<{ readonly orderId: string }>(
  "orders_of_stolen_codes",
  `select distinct order_id as "orderId" from contracts.code
    where batch_id = $1 and state = 'void' and voided_for = 'stolen' and replaced_by is null
      and order_id is not null and ($2::text is null or order_id > $2)
    order by order_id limit $3`,
);

/** The codes of an order that were voided with their batch and whose sale stands, unused. */
export const stolenOfOrder = many<{ readonly digest: Buffer }>(
  "stolen_codes_of_order",
  `select code.code_digest as digest
     from contracts.code
     left join money.sale on sale.root_id = code.order_id and sale.no = code.sale_no
    where code.order_id = $1 and code.state = 'void' and code.voided_for = 'stolen'
      and code.replaced_by is null and (sale.no is null or sale.state = 'unused')
      and (code.expires_at is null or code.expires_at > $2)
    order by code.code_digest
      for update of code`,
);

/** Batches that were voided before this and have codes which were not issued anew. */
export const unfollowedVoids = many<{ readonly batchId: string }>(
  "unfollowed_voids",
  `select batch.batch_id as "batchId" from contracts.code_batch as batch
    where batch.state = 'voided' and batch.voided_at < $1
      and exists (select from contracts.code
                    left join money.sale on sale.root_id = code.order_id and sale.no = code.sale_no
                   where code.batch_id = batch.batch_id and code.state = 'void'
                     and code.voided_for = 'stolen' and code.replaced_by is null
                     and code.order_id is not null and (sale.no is null or sale.state = 'unused'))`,
);
