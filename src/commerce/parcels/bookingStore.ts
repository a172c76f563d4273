import { effect, maybeOne } from "../../platform/index.ts";

/** A try to book a parcel that is not over, with what its carrier is told. */
export interface OpenBooking {
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

/** Begins a try on an order whose lock the caller holds. No row: one is open, or it is booked. */
export const insertBooking = maybeOne<{ readonly no: number; readonly key: string }>(
  "insert_parcel_booking",
  `insert into commerce.parcel_attempt (order_id, parcel_no, no, key, started_at)
   select $1, $2::integer, next.no, 'pcl_' || $1 || '_' || $2 || '_' || next.no, $3::timestamptz
     from (select 1 + coalesce(max(no), 0) as no from commerce.parcel_attempt
            where order_id = $1 and parcel_no = $2::integer) as next
    where exists (select from commerce.parcel
                   where order_id = $1 and no = $2::integer and state = 'wanted')
      and not exists (select from commerce.parcel_attempt
                       where order_id = $1 and parcel_no = $2::integer and state in ('pending', 'unknown'))
   returning no, key`,
);

const OPEN = `select a.key, a.state, p.carrier, p.state as "parcelState", p.delivery,
          p.pickup_point as "pickupPoint", p.country, p.weight_grams as "weightGrams",
          o.buyer_id as "buyerId", a.called_at as "calledAt", a.asks
     from commerce.parcel_attempt as a
     join commerce.parcel as p on p.order_id = a.order_id and p.no = a.parcel_no
     join commerce.order as o on o.order_id = a.order_id
    where a.order_id = $1 and a.parcel_no = $2 and a.no = $3 and a.state in ('pending', 'unknown')`;

/** A try that is open; undefined when it is over. */
export const openBooking = maybeOne<OpenBooking>("open_parcel_booking", OPEN);

/** The same, locked after its order. */
export const lockOpenBooking = maybeOne<OpenBooking>("lock_open_parcel_booking", `${OPEN} for update of a`);

/** Who is first to call the carrier. No row: it was called before, and is asked. */
export const noteBookingCall = maybeOne<{ readonly no: number }>(
  "note_parcel_booking_call",
  `update commerce.parcel_attempt set called_at = $4
    where order_id = $1 and parcel_no = $2 and no = $3 and state in ('pending', 'unknown')
      and called_at is null
   returning no`,
);

/** What a carrier said about a try. */
export const saveBookingOutcome = effect(
  "save_parcel_booking_outcome",
  `update commerce.parcel_attempt
      set state = $4, reason = $5, asks = asks + 1,
          resolved_at = case when $4 in ('succeeded', 'failed') then $6::timestamptz end
    where order_id = $1 and parcel_no = $2 and no = $3 and state in ('pending', 'unknown')`,
);

/** A wanted parcel is booked; of one that was cancelled meanwhile only the numbers are kept. */
export const saveBooked = effect(
  "save_parcel_booked",
  `update commerce.parcel
      set state = case when state = 'wanted' then 'booked' else state end, booked_at = $3, tracking = $4,
          tracking_url = $5, label = $6, version = version + 1
    where order_id = $1 and no = $2 and state in ('wanted', 'cancelled')`,
);
