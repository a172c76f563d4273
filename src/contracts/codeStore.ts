import { effect, many, maybeOne } from "../platform/index.ts";
import type { SealedCode } from "./code.ts";

/**
 * Writes newly made codes, sold; delivered at `$14` if that is known. Each stands for a sale of its line that
 * has no code yet, in the order of
 * both; for none where its order was paid without one.
 */
export const insertCodes = effect(
  "insert_codes",
  `insert into contracts.code (code_digest, last4, sealed, pepper_version, programme, plan, sku, models,
                               region, state, order_id, line_no, sold_at, delivered_at, purchase,
                               sale_no, currency)
   select digest, last4, sealed, $4, $5, $6, $7, $8::text[], $9, 'sold', $10, $11, $12, $14, $13::jsonb,
          sale.no, sale.currency
     from unnest($1::bytea[], $2::text[], $3::bytea[]) with ordinality as minted(digest, last4, sealed, place)
     left join (
       select no, currency, row_number() over (order by no) as place
         from money.sale
        where root_id = $10 and line_no = $11
          and not exists (select from contracts.code as other
                           where other.order_id = $10 and other.sale_no = sale.no)
     ) as sale using (place)`,
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
