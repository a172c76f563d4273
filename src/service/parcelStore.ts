import type { ParcelsAsked, SentParcel } from "../money/index.ts";
import { many, type Queryable } from "../platform/index.ts";

const parcelsSent = many<SentParcel>(
  "parcels_sent",
  `select s.tracking, s.at, coalesce(k.programme, 'none') as programme, c.region
     from service.shipment as s
     join claims.claim as c on c.device_id = s.device_id and c.no = s.claim_no
     left join contracts.contract as k on k.device_id = c.device_id and k.no = c.contract_no
    where s.state <> 'cancelled'
      and (lower(s.carrier) = lower($1) and s.at >= $2 or s.tracking = any($3::text[]))`,
);

/** The parcels that a carrier's invoice is compared with. */
export async function parcels(
  db: Queryable,
  { carrier, since, trackings }: ParcelsAsked,
): Promise<readonly SentParcel[]> {
  return await parcelsSent(db, carrier, since, trackings);
}
