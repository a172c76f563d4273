import type { PostalAddress } from "../../identity/index.ts";
import type { Platform } from "../../platform/index.ts";

/** Where a parcel may be fetched. */
export interface PickupPoint {
  /** The carrier's own name for it, which an order keeps: `ee-tallinn-1`. */
  readonly id: string;
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  /** Degrees, north and east. */
  readonly latitude: number;
  readonly longitude: number;
}

/** What a carrier is asked to take. */
export interface Booking {
  /** The same at every asking, so that a parcel is booked once: `pcl_<order>_<no>_<try>`. */
  readonly key: string;
  readonly delivery: "home" | "pickup";
  readonly pickupPoint: string | null;
  readonly country: string;
  readonly weightGrams: number;
  readonly recipient: {
    readonly name: string;
    readonly email: string;
    readonly address: PostalAddress | null;
  };
}

/** What a carrier says of a booking. A time-out is `unknown`: it is asked about before anything else. */
export type BookingAnswer =
  | {
      readonly outcome: "booked";
      readonly tracking: string;
      readonly trackingUrl: string;
      /** The number on the label. */
      readonly label: string;
    }
  | { readonly outcome: "declined"; readonly reason: string }
  | { readonly outcome: "unknown" };

/** What a carrier says of a booking that is not wanted any more. A time-out is `unknown`, as of a booking. */
export type CancelAnswer =
  | { readonly outcome: "cancelled" }
  | { readonly outcome: "declined"; readonly reason: string }
  | { readonly outcome: "unknown" };

/** Where a parcel is, as its carrier says; undefined: it does not know it yet. */
export type Tracked = "on_its_way" | "delivered" | "lost" | "returned";

/** Who takes parcels. */
export interface Carrier {
  readonly name: string;
  readonly pickupPoints: (country: string) => readonly PickupPoint[];
  readonly book: (platform: Platform, booking: Booking) => Promise<BookingAnswer>;
  /** What became of a booking; undefined: it never heard of it. */
  readonly ask: (platform: Platform, key: string) => Promise<BookingAnswer | undefined>;
  /** Gives up what was booked by a key. One that was collected is declined. */
  readonly cancel: (platform: Platform, key: string) => Promise<CancelAnswer>;
  /** What became of a cancellation; undefined: it never heard of it, and the booking stands. */
  readonly askCancelled: (platform: Platform, key: string) => Promise<CancelAnswer | undefined>;
  readonly track: (
    platform: Platform,
    parcel: { readonly tracking: string; readonly handedOverAt: Temporal.Instant },
  ) => Promise<Tracked | undefined>;
}
