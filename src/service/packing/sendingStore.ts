import { many, maybeOne } from "../../platform/index.ts";

/** What an owner says has left. */
export interface Sending {
  readonly no: number;
  readonly parts: readonly string[];
  readonly carrier: string | null;
  readonly tracking: string | null;
  readonly at: Temporal.Instant;
}

/** Keeps what an owner says has left, behind the device's lock. */
export const insertSending = maybeOne<{ readonly no: number }>(
  "insert_sending",
  `insert into service.sending (device_id, claim_no, no, parts, carrier, tracking, at, actor)
   select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, $6, $7
     from service.sending where device_id = $1 and claim_no = $2
   returning no`,
);

/** What left for a case, oldest first. */
export const sendingsOf = many<Sending>(
  "sendings_of",
  `select no, parts, carrier, tracking, at
     from service.sending where device_id = $1 and claim_no = $2 order by no`,
);
