import { effect, many, maybeOne } from "../../platform/index.ts";
import type { Sale } from "./sale.ts";

/**
 * Makes the sales of captured charges (`$1`, a JSON list), under the locks of their roots, numbered on in the
 * order of the list.
 * Each is earned by the curve that is set for its plan, else for its programme, else straight on.
 */
export const insertSales = effect(
  "insert_sales",
  `with given as (
     select sold.*, row_number() over (partition by "rootId") as place
       from jsonb_to_recordset($1::jsonb)
         as sold("rootId" text, "chargeNo" integer, currency text, "lineNo" integer, programme text,
                 region text, plan text, "netMinor" bigint,
                 "taxMinor" bigint, "taxKind" text)
   ), earned as (
     select programme, plan,
            coalesce((select curve from money.earning_curve as c
                       where c.programme = kind.programme and c.plan in (kind.plan, '')
                       order by c.plan desc, c.no desc
                       limit 1), '{"kind": "straight_line"}') as curve
       from (select distinct programme, plan from given) as kind
   )
   insert into money.sale (root_id, no, charge_no, line_no, programme, region, currency, plan, net_minor,
                           tax_minor, tax_kind, deferred_minor, sold_at, curve)
   select "rootId", (select coalesce(max(no), 0) from money.sale where root_id = "rootId") + place,
          "chargeNo", "lineNo", programme, region, currency, plan, "netMinor", "taxMinor", "taxKind",
          "netMinor", $2, curve
     from given join earned using (programme, plan)`,
);

/** The columns of a sale. */
export const SALE = `sale.root_id as "rootId", sale.no, sale.charge_no as "chargeNo",
  sale.line_no as "lineNo",
  sale.programme, sale.region, sale.currency, sale.plan, sale.net_minor as "netMinor",
  sale.tax_minor as "taxMinor", sale.tax_kind as "taxKind", sale.deferred_minor as "deferredMinor",
  sale.earned_minor as "earnedMinor", sale.refunded_minor as "refundedMinor",
  sale.refunded_tax_minor as "refundedTaxMinor", sale.state, sale.sold_at as "soldAt",
  sale.contract_id as "contractId", sale.starts_at as "startsAt", sale.ends_at as "endsAt", sale.curve,
  sale.earned_until as "earnedUntil"`;

/** A sale; undefined when there is none of this number. */
export const saleOf = maybeOne<Sale>(
  "sale_of",
  `select ${SALE} from money.sale where root_id = $1 and no = $2`,
);

/** The sales of a root, in the order they were made. */
export const salesOf = many<Sale>(
  "sales_of",
  `select ${SALE} from money.sale where root_id = $1 order by no`,
);

/**
 * An unused sale begins to be earned by a contract. What its period had of months before now is earned with
 * the first month that ends. No row: it is not unused.
 */
export const startEarning = maybeOne<{ no: number }>(
  "start_earning",
  `update money.sale
      set state = 'earning', contract_id = $4, starts_at = $5, ends_at = $6,
          earned_until = greatest($5::timestamptz, $7), version = version + 1
    where root_id = $1 and state = 'unused'
      and no = coalesce($2::integer, (select min(own.no) from money.sale as own
                                       where own.root_id = $1 and own.charge_no = $3::integer))
   returning no`,
);

/** Sales that have months to earn which ended by `$1`, the longest waiting first. */
export const salesToEarn = many<{ readonly rootId: string; readonly no: number }>(
  "sales_to_earn",
  `select root_id as "rootId", no
     from money.sale
    where state = 'earning' and earned_until < $1
    order by earned_until, root_id, no
    limit $2`,
);

/** Locks these sales as they are now, after their roots. */
export const lockSalesToEarn = many<Sale>(
  "lock_sales_to_earn",
  `select ${SALE}
     from money.sale
     join unnest($2::text[], $3::integer[]) as wanted(root_id, no) using (root_id, no)
    where sale.state = 'earning' and sale.earned_until < $1
    order by root_id, no
      for update of sale`,
);

/** Writes what locked sales have earned. */
export const saveEarned = effect(
  "save_earned",
  `update money.sale
      set deferred_minor = deferred_minor - given.amount, earned_minor = earned_minor + given.amount,
          earned_until = given.earned_until, state = given.state, version = version + 1
     from unnest($1::text[], $2::integer[], $3::bigint[], $4::timestamptz[], $5::text[])
            as given(root_id, no, amount, earned_until, state)
    where sale.root_id = given.root_id and sale.no = given.no and sale.state = 'earning'`,
);
