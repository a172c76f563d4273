import { many } from "../../platform/index.ts";

/** Lost disputes of before this, of orders of which something is still to leave: their job was lost. */
export const undropped = many<{ readonly orderId: string; readonly disputeNo: number }>(
  "undropped_disputed_goods",
  `select d.root_id as "orderId", d.no as "disputeNo"
     from money.dispute as d
    where d.state = 'lost' and d.closed_at < $1 and d.closed_at > $1 - interval '62 days'
      and exists (select from commerce.parcel as p
                   where p.order_id = d.root_id and p.state in ('wanted', 'booked')
                     and p.wanted_at < d.closed_at)`,
);
