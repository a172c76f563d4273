import { effect, many, maybeOne, one } from "../../platform/index.ts";
import type { Message } from "./message.ts";

const MESSAGE = `m.device_id as "deviceId", m.claim_no as "claimNo", m.no, m.side, m.via,
  m.author_id as "authorId", m.text, m.evidence, m.sender, m.is_verified as "isVerified",
  m.mail_id as "mailId", m.at, m.read_at as "readAt", m.answered_at as "answeredAt"`;

/**
 * A new message with the next number of its case, whose device is locked. What the bench writes answers what
 * waits. No row: the mail `$8` has a message already.
 */
export const insertMessage = maybeOne<Message>(
  "insert_message",
  `with answered as (
     update claims.message set answered_at = $11
      where device_id = $1 and claim_no = $2 and side = 'owner' and answered_at is null and $3 = 'staff'
   )
   insert into claims.message as m (device_id, claim_no, no, side, via, author_id, text, evidence, mail_id,
                                    sender, is_verified, at)
   select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, $6, $7::integer[], $8, $9, $10, $11
     from claims.message where device_id = $1 and claim_no = $2
   on conflict (device_id, mail_id) where mail_id is not null do nothing
   returning ${MESSAGE}`,
);

/** Messages of a case before the number `$3`, the newest first; `$4` at the most. */
export const messagesOfClaim = many<Message>(
  "messages_of_claim",
  `select ${MESSAGE} from claims.message m
    where m.device_id = $1 and m.claim_no = $2 and ($3::integer is null or m.no < $3)
    order by m.no desc limit $4`,
);

/** One message. */
export const messageByNo = maybeOne<Message>(
  "message_by_no",
  `select ${MESSAGE} from claims.message m where m.device_id = $1 and m.claim_no = $2 and m.no = $3`,
);

/** Marks what the other side wrote, up to the number `$4`, as read by the side `$3` at `$5`. */
export const markRead = effect(
  "mark_messages_read",
  `update claims.message set read_at = $5
    where device_id = $1 and claim_no = $2 and no <= $4 and read_at is null
      and (side = 'owner') = ($3 = 'staff')`,
);

/** What an owner wrote up to the number `$3` needs no answer. */
export const settleWaiting = effect(
  "settle_messages",
  `update claims.message set answered_at = $4
    where device_id = $1 and claim_no = $2 and no <= $3 and side = 'owner' and answered_at is null`,
);

/** How many pieces of these numbers the case has that the side `$4` sees. */
export const countSeenPieces = one<{ readonly count: number }>(
  "count_seen_pieces",
  `select count(*)::integer as count from claims.evidence
    where device_id = $1 and belongs_to = 'claim' and of_no = $2 and no = any($3::integer[])
      and state in ('checking', 'kept')
      and ($4 = 'staff' or added_by <> 'staff' or is_shared)`,
);

/** A case whose owner waits for an answer. */
export interface WaitingCase {
  readonly deviceId: string;
  readonly claimNo: number;
  readonly serial: string;
  readonly model: string;
  /** The oldest message that waits, how many do, and the newest of them. */
  readonly since: Temporal.Instant;
  readonly count: number;
  readonly no: number;
  readonly text: string;
  readonly isVerified: boolean;
}

/** Cases whose owners wait for an answer, by the oldest message that waits, behind `$1`, `$2`, `$3`. */
export const waitingCases = many<WaitingCase>(
  "cases_awaiting_answer",
  `select w.*, n.text, n.is_verified as "isVerified"
     from (select m.device_id as "deviceId", m.claim_no as "claimNo", c.serial,
                  (select d.model from contracts.device d where d.device_id = m.device_id) as model,
                  min(m.at) as since, count(*)::integer as count, max(m.no) as no
             from claims.message m
             join claims.claim c on c.device_id = m.device_id and c.no = m.claim_no
            where m.side = 'owner' and m.answered_at is null
            group by m.device_id, m.claim_no, c.serial) as w
     join claims.message n on n.device_id = w."deviceId" and n.claim_no = w."claimNo" and n.no = w.no
    where $1::timestamptz is null or (w.since, w."deviceId", w."claimNo") > ($1, $2::text, $3::integer)
    order by w.since, w."deviceId", w."claimNo"
    limit $4`,
);

/** How many messages came by mail to a case since an instant. */
export const countMailed = one<{ readonly count: number }>(
  "count_mailed_messages",
  `select count(*)::integer as count from claims.message
    where device_id = $1 and claim_no = $2 and via = 'mail' and at > $3`,
);
