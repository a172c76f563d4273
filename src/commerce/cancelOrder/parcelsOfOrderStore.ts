import { one } from "../../platform/index.ts";

/** Whether a parcel of this order has left. */
export const parcelsLeft = one<{ readonly hasLeft: boolean }>(
  "parcels_left",
  `select exists (select from commerce.parcel
                   where order_id = $1 and state not in ('wanted', 'booked', 'cancelled')) as "hasLeft"`,
);
