import { effect, maybeOne } from "../../platform/index.ts";

/** A parcel as the carrier for tests remembers it. */
export interface TestParcel {
  readonly tracking: string;
  readonly fault: string;
  readonly bookedAt: Temporal.Instant;
}

const PARCEL = `tracking, fault, booked_at as "bookedAt"`;

/** Remembers a booking. Zero: this key was booked before. */
export const rememberParcel = effect(
  "remember_test_parcel",
  `insert into commerce.test_parcel (key, tracking, fault, booked_at) values ($1, $2, $3, $4)
   on conflict (key) do nothing`,
);

/** What was booked by a key. */
export const bookedParcel = maybeOne<TestParcel>(
  "booked_test_parcel",
  `select ${PARCEL} from commerce.test_parcel where key = $1`,
);

/** What is known by a tracking number. */
export const trackedParcel = maybeOne<TestParcel>(
  "tracked_test_parcel",
  `select ${PARCEL} from commerce.test_parcel where tracking = $1`,
);
