import { effect, many } from "../../platform/index.ts";
import type { MismatchChoice } from "./decideReportMismatch.ts";

/** What came otherwise than it was awaited, and which way the bench went. */
export interface Mismatch {
  readonly no: number;
  readonly kinds: readonly string[];
  readonly serial: string;
  readonly missing: readonly string[];
  readonly choice: MismatchChoice;
  readonly reason: string;
  readonly at: Temporal.Instant;
}

export const insertMismatch = effect(
  "insert_mismatch",
  `insert into service.mismatch (device_id, claim_no, no, kinds, serial, missing, choice, reason, intake_no,
                                 question_no, stray_id, at, actor)
   select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
     from service.mismatch where device_id = $1 and claim_no = $2`,
);

export const mismatchesOf = many<Mismatch>(
  "mismatches_of",
  `select no, kinds, serial, missing, choice, reason, at
     from service.mismatch where device_id = $1 and claim_no = $2 order by no`,
);
