import { many, maybeOne, one } from "../../platform/index.ts";
import type { Stray } from "./stray.ts";

const STRAY = `stray_id as "strayId", why, state, serial, parts, contents, weight_grams as "weightGrams",
  place, device_id as "deviceId", claim_no as "claimNo", found_at as "foundAt", carrier, tracking,
  closed_at as "closedAt"`;

export const insertStray = one<Stray>(
  "insert_stray",
  `insert into service.stray_parcel (stray_id, why, serial, parts, contents, weight_grams, place, device_id,
                                     claim_no, found_at, actor)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
   returning ${STRAY}`,
);

export const strayOf = maybeOne<Stray>(
  "stray_of",
  `select ${STRAY} from service.stray_parcel where stray_id = $1`,
);

/** A kept parcel is found to be of a case. No row: it is kept no more. */
export const matchStrayRow = maybeOne<Stray>(
  "match_stray",
  `update service.stray_parcel set state = 'matched', device_id = $2, claim_no = $3, closed_at = $4
    where stray_id = $1 and state = 'kept'
   returning ${STRAY}`,
);

/** A kept parcel goes back. No row: it is kept no more. */
export const returnStrayRow = maybeOne<Stray>(
  "return_stray",
  `update service.stray_parcel set state = 'sent_back', carrier = $2, tracking = $3, closed_at = $4
    where stray_id = $1 and state = 'kept'
   returning ${STRAY}`,
);

/** A page of strays, the newest first, before `$1`; in a state; with `$3` in serial, contents or place. */
export const pageOfStrays = many<Stray>(
  "page_of_strays",
  `select ${STRAY} from service.stray_parcel
    where ($1::text is null or stray_id < $1) and ($2::text is null or state = $2)
      and ($3::text is null
           or strpos(lower(concat_ws(' ', serial, contents, place, tracking)), $3) > 0)
    order by stray_id desc
    limit $4`,
);

/** Kept parcels with a serial, or at a place. */
export const straysNamed = many<Stray>(
  "strays_named",
  `select ${STRAY} from service.stray_parcel
    where state = 'kept' and (serial = $1 or lower(place) = lower($2)) order by stray_id limit 20`,
);
