import { effect, one } from "../../platform/index.ts";

/** Whether a parcel of this order has left. */
export const parcelsLeft = one<{ readonly hasLeft: boolean }>(
  "parcels_left",
  `select exists (select from commerce.parcel
                   where order_id = $1 and state not in ('wanted', 'booked', 'cancelled')) as "hasLeft"`,
);

/** Gives up the parcels of an order, none of which has left, and what a supplier was to send for it. */
export const dropParcels = effect(
  "drop_parcels_of_order",
  `with parcels as (
     update commerce.parcel set state = 'cancelled', closed_at = $2, version = version + 1
      where order_id = $1 and state in ('wanted', 'booked')
   )
   update commerce.supplier_order_line set cancelled_quantity = quantity where order_id = $1`,
);
