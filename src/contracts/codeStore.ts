import { effect, many, maybeOne } from "../platform/index.ts";
import type { SealedCode } from "./code.ts";

/**
 * Writes newly made codes, sold, of the pepper `$6`: each belongs to a line (`$4`) of a JSON list (`$5`), and
 * stands for a sale of its line that has no code yet, in the order of both; for none where its order was paid
 * without one.
 */
export const insertCodes = effect(
  "insert_codes",
  `with line as (
     select * from jsonb_to_recordset($5::jsonb)
       as line(line integer, programme text, plan text, sku text, models text[], region text, "orderId" text,
               "lineNo" integer, "soldAt" timestamptz, "deliveredAt" timestamptz, purchase jsonb)
   ), unused as (
     select line.line, sale.no, sale.currency,
            row_number() over (partition by line.line order by sale.no) as nth
       from line
       join money.sale on sale.root_id = line."orderId" and sale.line_no = line."lineNo"
      where not exists (select from contracts.code as other
                         where other.order_id = sale.root_id and other.sale_no = sale.no)
   ), minted as (
     select digest, last4, sealed, line, row_number() over (partition by line order by place) as nth
       from unnest($1::bytea[], $2::text[], $3::bytea[], $4::integer[])
              with ordinality as made(digest, last4, sealed, line, place)
   )
   insert into contracts.code (code_digest, last4, sealed, pepper_version, programme, plan, sku, models,
                               region, state, order_id, line_no, sold_at, delivered_at, purchase,
                               sale_no, currency)
   select digest, last4, sealed, $6, programme, plan, sku, models, region, 'sold', "orderId", "lineNo",
          "soldAt", "deliveredAt", purchase, unused.no, unused.currency
     from minted
     join line using (line)
     left join unused using (line, nth)`,
);

/** The delivered codes of an order with their sealed copies, by line. */
export const codesOfLines = many<SealedCode>(
  "codes_of_lines",
  `select line_no as "lineNo", sku, last4, state, code_digest as digest, sealed
     from contracts.code
    where order_id = $1 and sealed is not null and state in ('sold', 'redeemed')
      and delivered_at is not null
    order by line_no, code_digest`,
);

/** Whether one of these digests is a code of ours, whatever became of it. */
export const codeIsOurs = maybeOne<{ readonly digest: Buffer }>(
  "code_is_ours",
  "select code_digest as digest from contracts.code where code_digest = any($1::bytea[])",
);
