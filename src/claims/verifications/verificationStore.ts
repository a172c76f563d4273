import { effect, many, maybeOne, one } from "../../platform/index.ts";
import type { Verification, VerificationDecided } from "./verification.ts";

const VERIFICATION = `v.device_id as "deviceId", v.no, v.kind, v.serial, v.asker_id as "askerId",
  v.programme, v.region, v.zone, v.activated_at as "activatedAt", v.state, v.submission, v.checklist,
  v.clips, v.receipt, v.asked_at as "askedAt", v.clips_after as "clipsAfter",
  v.submitted_at as "submittedAt", v.due_at as "dueAt", v.closed_at as "closedAt", v.place`;

/** A verification by its device and number. */
export const verificationByNo = maybeOne<Verification>(
  "verification_by_no",
  `select ${VERIFICATION} from claims.verification v where v.device_id = $1 and v.no = $2`,
);

/** Those that are under way for a device, the oldest first: one of each asker at the most. */
export const openVerificationsOf = many<Verification>(
  "open_verifications_of",
  `select ${VERIFICATION} from claims.verification v where v.device_id = $1 and v.closed_at is null
    order by v.no`,
);

/**
 * Asks for one, under the lock of its device. No row: one is under way that the same asker asked for, whom
 * `$15` tells apart.
 */
export const insertVerification = maybeOne<Verification>(
  "insert_verification",
  `insert into claims.verification as v
     (device_id, no, kind, serial, asker_id, programme, region, zone, activated_at, checklist, clips,
      receipt, asked_by, asked_at, due_at, asker_digest)
   select $1, coalesce(max(no), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
     from claims.verification where device_id = $1
   on conflict (device_id, asker_digest) where closed_at is null do nothing
   returning ${VERIFICATION}`,
);

/** asked -> filming, with the first clip. */
export const beginFilmingRow = effect(
  "begin_filming",
  `update claims.verification set state = 'filming' where device_id = $1 and no = $2 and state = 'asked'`,
);

/** Handed in: with whoever looks at it until `$5`. No row: it is in none of the states `$3` any more. */
export const submitRow = maybeOne<Verification>(
  "submit_verification",
  `update claims.verification v
      set state = 'submitted', submission = submission + 1, submitted_at = $4, due_at = $5,
          place = coalesce($6, place)
    where device_id = $1 and no = $2 and state = any($3::text[])
   returning ${VERIFICATION}`,
);

/** submitted -> asked_again: these clips once more, from now on, until `$5`. */
export const askAgainRow = maybeOne<Verification>(
  "ask_verification_again",
  `update claims.verification v set state = 'asked_again', clips = $3, clips_after = $4, due_at = $5
    where device_id = $1 and no = $2 and state = 'submitted'
   returning ${VERIFICATION}`,
);

/** Ends one that is in one of the states `$3`. No row: it is in none of them any more. */
export const closeRow = maybeOne<Verification>(
  "close_verification",
  `update claims.verification v set state = $4, closed_at = $5, due_at = null, asker_digest = null
    where device_id = $1 and no = $2 and state = any($3::text[])
   returning ${VERIFICATION}`,
);

/** Whether its asker was told since an instant where it stands. */
export const remindedSince = one<{ readonly isReminded: boolean }>(
  "verification_reminded_since",
  `select exists (select from platform.event
                   where root_id = $1 and type = 'VerificationReminded'
                     and body -> 'verificationNo' = to_jsonb($2::integer) and at > $3) as "isReminded"`,
);

/** What was decided of a submission. No row: somebody decided it before. */
export const insertDecision = maybeOne<{ readonly submission: number }>(
  "insert_verification_decision",
  `insert into claims.verification_decision
     (device_id, verification_no, submission, decision, clips, looked, unfit, again, reason, clause,
      decided_by, decided_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict do nothing
   returning submission`,
);

/** What was decided of one, the oldest first. */
export const decisionsOf = many<VerificationDecided>(
  "verification_decisions_of",
  `select submission, decision, looked, unfit, again, reason, clause, decided_by as "decidedBy",
          decided_at as "decidedAt"
     from claims.verification_decision where device_id = $1 and verification_no = $2 order by submission`,
);

/** A row of the list, with the model of its device. */
export interface ListedVerification extends Verification {
  readonly model: string;
}

/** The verifications of these devices and numbers, pairwise; of those that are there, in no order. */
export const verificationsByNo = many<ListedVerification>(
  "verifications_by_no",
  `select ${VERIFICATION}, d.model
     from unnest($1::text[], $2::integer[]) as named(device_id, no)
     join claims.verification v on v.device_id = named.device_id and v.no = named.no
     join contracts.device d on d.device_id = v.device_id`,
);

/**
 * A page, the oldest first: of these states, kinds, this serial, of what these persons asked (null: of all),
 * only what is late at `$5`; behind the place that `$6` to `$8` name.
 */
export const pageOfVerifications = many<ListedVerification>(
  "page_of_verifications",
  `select ${VERIFICATION}, d.model
     from claims.verification v join contracts.device d on d.device_id = v.device_id
    where ($1::text[] is null or v.state = any($1))
      and ($2::text is null or v.kind = $2)
      and ($3::text is null or v.serial = $3)
      and ($4::text[] is null or v.asker_id = any($4))
      and ($5::timestamptz is null or v.due_at <= $5)
      and ($6::timestamptz is null or (v.asked_at, v.device_id, v.no) > ($6, $7::text, $8::integer))
    order by v.asked_at, v.device_id, v.no
    limit $9`,
);

/** How many stand at each state that is not over. */
export const countOpenVerifications = many<{ readonly state: string; readonly count: number }>(
  "count_open_verifications",
  "select state, count(*)::integer as count from claims.verification where closed_at is null group by state",
);

/** What these persons asked for. */
export const verificationsOfPersons = many<{ readonly deviceId: string; readonly no: number }>(
  "verifications_of_persons",
  `select device_id as "deviceId", no from claims.verification where asker_id = any($1::text[])`,
);
