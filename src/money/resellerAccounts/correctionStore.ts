import { many, maybeOne, one } from "../../platform/index.ts";

export const correctionStates = ["asked", "booked", "declined"] as const;
export type CorrectionState = (typeof correctionStates)[number];

/** A change of a balance by hand, as it is stored. */
export interface Correction {
  readonly resellerId: string;
  readonly no: number;
  readonly currency: string;
  /** Above nothing is given, below nothing is taken. */
  readonly amountMinor: number;
  readonly reason: string;
  readonly state: CorrectionState;
  readonly askedBy: string;
  readonly askedAt: Temporal.Instant;
  readonly endedBy: string | null;
  readonly endedAt: Temporal.Instant | null;
}

const CORRECTION = `root_id as "resellerId", no, currency, amount_minor as "amountMinor", reason, state,
  asked_by as "askedBy", asked_at as "askedAt", ended_by as "endedBy", ended_at as "endedAt"`;

/** Asks for a correction; the account is locked. */
export const insertCorrection = one<Correction>(
  "insert_balance_correction",
  `insert into money.balance_correction
     (root_id, no, currency, amount_minor, reason, state, asked_by, asked_at)
   values ($1, 1 + coalesce((select max(no) from money.balance_correction where root_id = $1), 0),
           $2, $3, $4, 'asked', $5, $6)
   returning ${CORRECTION}`,
);

export const correctionOf = maybeOne<Correction>(
  "balance_correction_of",
  `select ${CORRECTION} from money.balance_correction where root_id = $1 and no = $2`,
);

/** The corrections of a reseller, the newest first, before the one of a number. */
export const correctionsOf = many<Correction>(
  "balance_corrections_of",
  `select ${CORRECTION} from money.balance_correction 
    where root_id = $1 and ($2::integer is null or no < $2) order by no desc limit $3`,
);

/** Ends a correction that waits. No row: it was ended before. */
export const endCorrection = maybeOne<Correction>(
  "end_balance_correction",
  `update money.balance_correction
      set state = $3, ended_by = $4, ended_at = $5
    where root_id = $1 and no = $2 and state = 'asked'
   returning ${CORRECTION}`,
);
