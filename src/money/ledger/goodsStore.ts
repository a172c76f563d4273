import { effect, many, maybeOne } from "../../platform/index.ts";
import type { Goods } from "./goods.ts";

const GOODS = `line_no as "lineNo", kind, programme, region, currency, quantity,
  owed_quantity as "owedQuantity", returned_quantity as "returnedQuantity", net_minor as "netMinor",
  owed_minor as "owedMinor", income_minor as "incomeMinor", refunded_minor as "refundedMinor",
  tax_minor as "taxMinor", tax_kind as "taxKind", refunded_tax_minor as "refundedTaxMinor"`;

/** Makes what is owed of goods of captured charges (`$1`, a JSON list), under the locks of their roots. */
export const insertGoods = effect(
  "insert_paid_goods",
  `insert into money.goods (root_id, charge_no, line_no, kind, programme, region, currency, quantity,
                            owed_quantity, net_minor, owed_minor, tax_minor, tax_kind)
   select "rootId", "chargeNo", "lineNo", kind, programme, region, currency, quantity, quantity,
          "netMinor", "netMinor",
          "taxMinor", "taxKind"
     from jsonb_to_recordset($1::jsonb)
       as given("rootId" text, "chargeNo" integer, currency text, "lineNo" integer, kind text,
                programme text, region text, quantity integer,
                "netMinor" bigint, "taxMinor" bigint, "taxKind" text)`,
);

/** The goods of a charge whose root the caller has locked, in the order of its lines. */
export const lockGoods = many<Goods>(
  "lock_paid_goods",
  `select ${GOODS} from money.goods where root_id = $1 and charge_no = $2 order by line_no for update`,
);

/** The goods of a charge, in the order of its lines. */
export const goodsOf = many<Goods>(
  "goods_of_charge",
  `select ${GOODS} from money.goods where root_id = $1 and charge_no = $2 order by line_no`,
);

/** Pieces of lines (a JSON list) are handed over: what was owed of them is income. */
export const saveHandOver = effect(
  "save_goods_handed_over",
  `update money.goods
      set owed_quantity = owed_quantity - given.pieces, owed_minor = owed_minor - given."netMinor",
          income_minor = income_minor + given."netMinor", version = version + 1
     from jsonb_to_recordset($3::jsonb) as given("lineNo" integer, pieces integer, "netMinor" bigint)
    where root_id = $1 and charge_no = $2 and line_no = given."lineNo" and owed_quantity >= given.pieces`,
);

/**
 * Pieces of a line are given up (`$5`: those still owed) or come back: of what was owed `$6` is paid back and
 * `$7` is kept as income, of what was income `$8` is paid back, with `$9` of tax. No row: there are not so
 * many.
 */
export const takeGoods = maybeOne<{ readonly lineNo: number }>(
  "take_paid_goods",
  `update money.goods
      set owed_quantity = owed_quantity - case when $5::boolean then $4::integer else 0 end,
          returned_quantity = returned_quantity + $4::integer,
          owed_minor = owed_minor - $6::bigint - $7::bigint,
          income_minor = income_minor + $7::bigint - $8::bigint,
          refunded_minor = refunded_minor + $6::bigint + $8::bigint,
          refunded_tax_minor = refunded_tax_minor + $9::bigint, version = version + 1
    where root_id = $1 and charge_no = $2 and line_no = $3
      and case when $5::boolean then owed_quantity
               else quantity - owed_quantity - returned_quantity end >= $4::integer
   returning line_no as "lineNo"`,
);

/** Undoes that. */
export const putGoodsBack = maybeOne<{ readonly lineNo: number }>(
  "put_paid_goods_back",
  `update money.goods
      set owed_quantity = owed_quantity + case when $5::boolean then $4::integer else 0 end,
          returned_quantity = returned_quantity - $4::integer,
          owed_minor = owed_minor + $6::bigint + $7::bigint,
          income_minor = income_minor - $7::bigint + $8::bigint,
          refunded_minor = refunded_minor - $6::bigint - $8::bigint,
          refunded_tax_minor = refunded_tax_minor - $9::bigint, version = version + 1
    where root_id = $1 and charge_no = $2 and line_no = $3 and returned_quantity >= $4::integer
   returning line_no as "lineNo"`,
);
