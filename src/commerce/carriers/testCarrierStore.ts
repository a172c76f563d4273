import { effect, maybeOne } from "../../platform/index.ts";

/** A parcel as the carrier for tests remembers it. */
export interface TestParcel {
  readonly tracking: string;
  readonly fault: string;
  readonly bookedAt: Temporal.Instant;
  readonly cancelledAt: Temporal.Instant | null;
  /** Its van has it: it was scanned, or taken along before anybody said that it left. */
  readonly isCollected: boolean;
}

const COLLECTED = "(collected_at is not null or fault = 'collected')";
const PARCEL = `tracking, fault, booked_at as "bookedAt", cancelled_at as "cancelledAt",
  ${COLLECTED} as "isCollected"`;

/** Remembers a booking. Zero: this key was booked before. */
export const rememberParcel = effect(
  "remember_test_parcel",
  `insert into commerce.test_parcel (key, tracking, fault, booked_at) values ($1, $2, $3, $4)
   on conflict (key) do nothing`,
);

/** Gives a booking up that was not collected. Zero: it was, or was given up before. */
export const cancelBooked = effect(
  "cancel_test_parcel",
  `update commerce.test_parcel set cancelled_at = $2
    where key = $1 and cancelled_at is null and not ${COLLECTED}`,
);

/** The first scan of a parcel that was handed over. Zero: it was scanned before, or given up. */
export const noteCollected = effect(
  "note_test_parcel_collected",
  `update commerce.test_parcel set collected_at = $2
    where tracking = $1 and collected_at is null and cancelled_at is null`,
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
