import { maybeOne } from "../../platform/index.ts";

/** The open question of a claim `c`. */
export const QUESTION = `(select jsonb_build_object('no', q.no, 'about', q.about, 'says', q.says,
    'askedAt', q.asked_at)
  from claims.question q
 where q.device_id = c.device_id and q.claim_no = c.no and q.state = 'open')`;

/** Asks the next question of a claim, to be answered by `$6`. No row: one is open already. */
export const insertQuestion = maybeOne<{ readonly no: number }>(
  "insert_question",
  `insert into claims.question (device_id, claim_no, no, about, says, asked_at, asked_by, due_at)
   select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, $7, $6
     from claims.question where device_id = $1 and claim_no = $2
   having count(*) filter (where state = 'open') = 0
   returning no`,
);

/**
 * Closes the open question of a claim as `$3` at `$4` by `$5`, with its answer `$6` and what was said with it
 * `$7` where there is one. No row: nothing is asked any more.
 */
export const closeQuestion = maybeOne<{ readonly no: number }>(
  "close_question",
  `update claims.question
      set state = $3, closed_at = $4, closed_by = $5, answer = $6, answer_says = $7
    where device_id = $1 and claim_no = $2 and state = 'open'
   returning no`,
);
