import { effect, many, maybeOne } from "../../platform/index.ts";

/** Says where a case lies from now on. */
export const insertPlace = effect(
  "insert_bin_place",
  `insert into service.bin_place (device_id, claim_no, no, place, at, actor)
   select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5
     from service.bin_place where device_id = $1 and claim_no = $2`,
);

/** Where a case lies. */
export const placeOf = maybeOne<{ readonly place: string; readonly at: Temporal.Instant }>(
  "bin_place_of",
  "select place, at from service.bin_place where device_id = $1 and claim_no = $2 order by no desc limit 1",
);

/** The open cases that lie at a place. */
export const casesAt = many<{ readonly deviceId: string; readonly no: number }>(
  "cases_at_place",
  `select b.device_id as "deviceId", b.claim_no as no
     from service.bin_place b
     join claims.claim c on c.device_id = b.device_id and c.no = b.claim_no
      and c.state not in ('closed', 'cancelled')
    where b.place = $1
      and b.no = (select max(n.no) from service.bin_place n
                   where n.device_id = b.device_id and n.claim_no = b.claim_no)
    order by b.at limit 20`,
);
