import { maybeOne } from "../../platform/index.ts";

/** A hold that was captured, as a refund needs it: how much, how much of it went back, who took it. */
export interface CapturedHold {
  readonly rootId: string;
  readonly no: number;
  /** The claim's number within the root. */
  readonly subjectNo: number;
  readonly programme: string;
  readonly region: string;
  readonly currency: string;
  readonly state: string;
  readonly capturedMinor: number;
  readonly refundedMinor: number;
  /** Null while nothing of it was captured. */
  readonly provider: string | null;
  readonly method: string | null;
  readonly providerRef: string | null;
}

/** One hold with the authorisation of it that was captured. */
export const capturedHold = maybeOne<CapturedHold>(
  "captured_hold",
  `select hold.root_id as "rootId", hold.no, hold.subject_no as "subjectNo", hold.programme, hold.region,
          hold.currency, hold.state, hold.captured_minor as "capturedMinor",
          hold.refunded_minor as "refundedMinor", taken.provider, taken.method,
          taken.provider_ref as "providerRef"
     from money.hold
     left join money.authorisation as taken
       on taken.root_id = hold.root_id and taken.hold_no = hold.no and taken.state = 'captured'
    where hold.root_id = $1 and hold.no = $2`,
);

/** Promises an amount back of a captured hold, under the lock of its root. No row: so much is not left. */
export const promiseHoldBack = maybeOne<{ refundedMinor: number }>(
  "promise_hold_back",
  `update money.hold set refunded_minor = refunded_minor + $3, version = version + 1
    where root_id = $1 and no = $2 and state = 'captured' and refunded_minor + $3 <= captured_minor
   returning refunded_minor as "refundedMinor"`,
);

/** Takes back what was promised: the refund was declined. */
export const takeHoldPromiseBack = maybeOne<{ refundedMinor: number }>(
  "take_hold_promise_back",
  `update money.hold set refunded_minor = refunded_minor - $3, version = version + 1
    where root_id = $1 and no = $2 and refunded_minor >= $3
   returning refunded_minor as "refundedMinor"`,
);
