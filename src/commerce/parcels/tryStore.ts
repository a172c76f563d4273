import { effect, maybeOne } from "../../platform/index.ts";

/** A try to book a parcel, or to cancel its booking, that is not over, with what its carrier is told. */
export interface OpenTry {
  readonly what: "book" | "cancel";
  /** Names the booking at the carrier. */
  readonly key: string;
  readonly carrier: string;
  readonly state: string;
  readonly parcelState: string;
  readonly delivery: "home" | "pickup";
  readonly pickupPoint: string | null;
  readonly country: string;
  readonly weightGrams: number;
  readonly buyerId: string;
  readonly calledAt: Temporal.Instant | null;
  readonly asks: number;
}

/** A try of a parcel that is open. There is one at the most. */
const OPEN_TRY = `select from commerce.parcel_attempt
  where order_id = $1 and parcel_no = $2::integer and state in ('pending', 'unknown')`;
const NEXT = `select 1 + coalesce(max(no), 0) as no from commerce.parcel_attempt
  where order_id = $1 and parcel_no = $2::integer`;

/** Begins to book, on an order whose lock the caller holds. No row: a try is open, or it is booked. */
export const insertBooking = maybeOne<{ readonly no: number }>(
  "insert_parcel_booking",
  `insert into commerce.parcel_attempt (order_id, parcel_no, no, key, started_at)
   select $1, $2::integer, next.no, 'pcl_' || $1 || '_' || $2 || '_' || next.no, $3::timestamptz
     from (${NEXT}) as next
    where exists (select from commerce.parcel
                   where order_id = $1 and no = $2::integer and state = 'wanted')
      and not exists (${OPEN_TRY})
   returning no`,
);

/**
 * Begins to cancel what was booked of a parcel that will not leave, on an order whose lock the caller holds.
 * No row: nothing is booked, a try is open, or it was cancelled before.
 */
export const insertCancelling = maybeOne<{ readonly no: number }>(
  "insert_parcel_cancelling",
  `insert into commerce.parcel_attempt (order_id, parcel_no, no, what, key, started_at)
   select $1, $2::integer, next.no, 'cancel', booked.key, $3::timestamptz
     from (${NEXT}) as next
     join commerce.parcel as p on p.order_id = $1 and p.no = $2::integer and p.state = 'cancelled'
     join commerce.parcel_attempt as booked
       on booked.order_id = p.order_id and booked.parcel_no = p.no
      and booked.what = 'book' and booked.state = 'succeeded'
    where not exists (${OPEN_TRY})
      and not exists (select from commerce.parcel_attempt as done
                       where done.order_id = $1 and done.parcel_no = $2::integer
                         and done.what = 'cancel' and done.state = 'succeeded')
   returning no`,
);

const OPEN = `select a.what, a.key, a.state, p.carrier, p.state as "parcelState", p.delivery,
          p.pickup_point as "pickupPoint", p.country, p.weight_grams as "weightGrams",
          o.buyer_id as "buyerId", a.called_at as "calledAt", a.asks
     from commerce.parcel_attempt as a
     join commerce.parcel as p on p.order_id = a.order_id and p.no = a.parcel_no
     join commerce.order as o on o.order_id = a.order_id
    where a.order_id = $1 and a.parcel_no = $2 and a.no = $3 and a.state in ('pending', 'unknown')`;

/** A try that is open; undefined when it is over. */
export const openTry = maybeOne<OpenTry>("open_parcel_try", OPEN);

/** The same, locked after its order. */
export const lockOpenTry = maybeOne<OpenTry>("lock_open_parcel_try", `${OPEN} for update of a`);

/** Who is first to call the carrier. No row: it was called before, and is asked. */
export const noteCarrierCall = maybeOne<{ readonly no: number }>(
  "note_parcel_carrier_call",
  `update commerce.parcel_attempt set called_at = $4
    where order_id = $1 and parcel_no = $2 and no = $3 and state in ('pending', 'unknown')
      and called_at is null
   returning no`,
);

/** What a carrier said about a try. */
export const saveTryOutcome = effect(
  "save_parcel_try_outcome",
  `update commerce.parcel_attempt
      set state = $4, reason = $5, asks = asks + 1,
          resolved_at = case when $4 in ('succeeded', 'failed') then $6::timestamptz end
    where order_id = $1 and parcel_no = $2 and no = $3 and state in ('pending', 'unknown')`,
);
