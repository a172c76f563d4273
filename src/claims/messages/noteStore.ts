import { many, one } from "../../platform/index.ts";

/** What the bench noted for itself. */
export interface Note {
  readonly no: number;
  readonly authorId: string;
  readonly text: string;
  readonly at: Temporal.Instant;
}

/** A new note with the next number of its case, whose device is locked. */
export const insertNote = one<Note>(
  "insert_note",
  `insert into claims.note (device_id, claim_no, no, author_id, text, at)
   select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5
     from claims.note where device_id = $1 and claim_no = $2
   returning no, author_id as "authorId", text, at`,
);

/** Notes of a case before the number `$3`, the newest first. */
export const notesOfClaim = many<Note>(
  "notes_of_claim",
  `select no, author_id as "authorId", text, at from claims.note
    where device_id = $1 and claim_no = $2 and ($3::integer is null or no < $3)
    order by no desc limit $4`,
);
