import { many, one } from "../../platform/index.ts";

/** How often somebody did each thing. */
export interface Done {
  readonly received: number;
  readonly inspected: number;
  readonly swapped: number;
  readonly shipped: number;
}

/** What `$1` did from `$2` on. A swap that was taken back was none. */
export const doneBy = one<Done>(
  "done_by",
  `select (select count(*)::integer from service.intake where actor = $1 and at >= $2) as received,
          (select count(*)::integer from service.inspection where actor = $1 and at >= $2) as inspected,
          (select count(*)::integer from service.swap s
            where s.actor = $1 and s.at >= $2
              and not exists (select from service.swap_reversal r
                               where r.device_id = s.device_id and r.claim_no = s.claim_no
                                 and r.swap_no = s.no)) as swapped,
          (select count(*)::integer from service.shipment where actor = $1 and at >= $2) as shipped`,
);

/**
 * Cases at the bench that `$1` had in hand since `$2`, and nobody else after: the longest first. Among
 * them are those that wait for their owners.
 */
export const inHandsOf = many<{
  readonly deviceId: string;
  readonly no: number;
  readonly since: Temporal.Instant;
}>(
  "in_hands_of",
  `with touched as (
     select device_id, claim_no, max(at) as at
       from (select device_id, claim_no, at from service.intake where actor = $1 and at >= $2
             union all
             select device_id, claim_no, at from service.inspection where actor = $1 and at >= $2
             union all
             select device_id, claim_no, at from service.swap where actor = $1 and at >= $2) as mine
      group by device_id, claim_no
   )
   select t.device_id as "deviceId", t.claim_no as no, t.at as since
     from touched t
     join claims.claim c on c.device_id = t.device_id and c.no = t.claim_no
      and c.state in ('received', 'inspected', 'chosen', 'paid', 'replaced')
    where not exists (select from service.intake i
                       where i.device_id = t.device_id and i.claim_no = t.claim_no and i.at > t.at
                         and i.actor <> $1)
      and not exists (select from service.inspection i
                       where i.device_id = t.device_id and i.claim_no = t.claim_no and i.at > t.at
                         and i.actor <> $1)
      and not exists (select from service.swap s
                       where s.device_id = t.device_id and s.claim_no = t.claim_no and s.at > t.at
                         and s.actor <> $1)
    order by t.at, t.device_id, t.claim_no
    limit 500`,
);
