import { maybeOne } from "../../platform/index.ts";

/** A capture above the limit that waits for another person. */
export interface CaptureRequest {
  readonly no: number;
  readonly amountMinor: number;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Temporal.Instant;
}

const REQUEST = `r.no, r.amount_minor as "amountMinor", r.reason, r.asked_by as "askedBy",
  r.asked_at as "askedAt"`;

/** Asks for a capture of a hold whose root is locked. No row: one waits already. */
export const insertCaptureRequest = maybeOne<CaptureRequest>(
  "insert_capture_request",
  `insert into money.capture_request as r (root_id, hold_no, no, amount_minor, reason, asked_by, asked_at)
   select $1, $2,
     1 + (select count(*)::integer from money.capture_request where root_id = $1 and hold_no = $2),
          $3, $4, $5, $6
   on conflict do nothing
   returning ${REQUEST}`,
);

/** What waits for another person of a hold. */
export const openCaptureRequest = maybeOne<CaptureRequest>(
  "open_capture_request",
  `select ${REQUEST} from money.capture_request r where root_id = $1 and hold_no = $2 and state = 'open'`,
);

/** The guarded end of a request: `$4` by `$5` at `$6`. No row: somebody was faster. */
export const endCaptureRequest = maybeOne<CaptureRequest>(
  "end_capture_request",
  `update money.capture_request as r set state = $4, ended_by = $5, ended_at = $6
    where root_id = $1 and hold_no = $2 and no = $3 and state = 'open'
   returning ${REQUEST}`,
);
