import { effect, one } from "../../platform/index.ts";

/** Whether a carrier has a parcel of this order, or is being asked to fetch one. */
export const parcelsLeaving = one<{ readonly isLeaving: boolean }>(
  "parcels_leaving",
  `select exists (select from commerce.parcel where order_id = $1 and state not in ('wanted', 'cancelled'))
          or exists (select from commerce.parcel_attempt
                      where order_id = $1 and state in ('pending', 'unknown')) as "isLeaving"`,
);

/** Gives up the parcels of an order that are not booked, and what a supplier was to send for it. */
export const dropParcels = effect(
  "drop_parcels_of_order",
  `with parcels as (
     update commerce.parcel set state = 'cancelled', closed_at = $2, version = version + 1
      where order_id = $1 and state = 'wanted'
   )
   update commerce.supplier_order_line set cancelled_quantity = quantity where order_id = $1`,
);
