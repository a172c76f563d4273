import { many, one } from "../../platform/index.ts";
import type { Curve } from "./curves.ts";

/** A curve as it was set. A plan of '' is every plan of the programme that has none of its own. */
export interface CurveSet {
  readonly programme: string;
  readonly plan: string;
  readonly no: number;
  readonly curve: Curve;
  readonly setAt: Temporal.Instant;
  readonly setBy: string;
}

/** Locks the ledger's own root: what is set for a programme is set one after the other. */
export const lockLedger = one<{ readonly rootId: string }>(
  "lock_ledger",
  `select root_id as "rootId" from platform.deadline
    where root_id = 'ledger' and kind = 'month_ends'
      for update`,
);

/** Sets the curve for what is sold from now on, under the lock of the ledger. */
export const insertCurve = one<{ readonly no: number }>(
  "insert_curve",
  `insert into money.earning_curve (programme, plan, no, curve, set_at, set_by)
   select $1, $2, 1 + coalesce(max(no), 0), $3::jsonb, $4, $5
     from money.earning_curve
    where programme = $1 and plan = $2
   returning no`,
);

/**
 * A page of the curves that were set, by programme and plan, the newest first, after a place in that order.
 */
export const pageOfCurves = many<CurveSet>(
  "page_of_curves",
  `select programme, plan, no, curve, set_at as "setAt", set_by as "setBy"
     from money.earning_curve
    where ($1::text is null or programme = $1)
      and ($2::text is null or (programme, plan, -no) > ($2, $3::text, -$4::integer))
    order by programme, plan, no desc
    limit $5`,
);
