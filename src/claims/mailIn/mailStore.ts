import { effect, many, maybeOne, one } from "../../platform/index.ts";
import type { MailOutcome } from "./judgeMail.ts";

export const mailStates = ["new", "unmatched", "drafted", "taken", "ignored", "not_ours"] as const;
export type MailState = (typeof mailStates)[number];

/** A mail without its bytes. */
export interface MailRow {
  readonly mailId: string;
  readonly state: MailState;
  readonly receivedAt: Temporal.Instant;
  readonly bytes: number;
  readonly sender: string | null;
  readonly senderName: string | null;
  readonly subject: string | null;
  readonly opening: string | null;
  readonly inReplyTo: string | null;
  readonly outcome: MailOutcome | null;
  readonly deviceId: string | null;
  readonly claimNo: number | null;
  readonly reason: string | null;
  readonly settledAt: Temporal.Instant | null;
  readonly settledBy: string | null;
}

const MAIL = `mail_id as "mailId", state, received_at as "receivedAt", bytes, sender,
  sender_name as "senderName", subject, opening, in_reply_to as "inReplyTo", outcome,
  device_id as "deviceId", claim_no as "claimNo", reason, settled_at as "settledAt",
  settled_by as "settledBy"`;

/** Keeps a mail as it came. No row: it is kept already. */
export const insertMail = maybeOne<{ readonly mailId: string }>(
  "insert_mail",
  `insert into claims.mail (mail_id, received_at, bytes, raw) values ($1, $2, $3, $4)
   on conflict (mail_id) do nothing returning mail_id as "mailId"`,
);

export const mailById = maybeOne<MailRow>("mail_by_id", `select ${MAIL} from claims.mail where mail_id = $1`);

/** The sealed mail itself. */
export const rawOfMail = maybeOne<{ readonly raw: Buffer }>(
  "raw_of_mail",
  "select raw from claims.mail where mail_id = $1",
);

/** Writes down what the headers of a new mail say, for lists. */
export const describeMail = effect(
  "describe_mail",
  `update claims.mail set sender = $2, sender_name = $3, subject = $4, message_id = $5, in_reply_to = $6,
          opening = $7
    where mail_id = $1 and state = 'new'`,
);

/**
 * new -> the state `$2`, with why and where. `$7` and `$8` are the case a person had put it into when it was
 * read. No row: another run was first, or a person has said since where it belongs.
 */
export const settleMail = maybeOne<MailRow>(
  "settle_mail",
  `update claims.mail
      set state = $2, outcome = $3, device_id = coalesce($4, device_id), claim_no = coalesce($5, claim_no),
          settled_at = $6, settled_by = coalesce(settled_by, 'system')
    where mail_id = $1 and state = 'new'
      and device_id is not distinct from $7::text and claim_no is not distinct from $8::integer
   returning ${MAIL}`,
);

/**
 * new -> drafted: it is of the report of the device `$2`, which is not sent yet. No row: another run was
 * first, or a person has put it into a case.
 */
export const draftMail = maybeOne<{ readonly mailId: string }>(
  "draft_mail",
  `update claims.mail set state = 'drafted', outcome = 'no_case', device_id = $2
    where mail_id = $1 and state = 'new' and claim_no is null
   returning mail_id as "mailId"`,
);

/** How many mails the report of a device had since `$2`. */
export const countDrafted = one<{ readonly count: number }>(
  "count_drafted_mails",
  `select count(*)::integer as count from claims.mail
    where device_id = $1 and state = 'drafted' and received_at > $2`,
);

/**
 * The report of a device became the case `$2`: the mails of who holds it now are worked once more, into that.
 * What somebody wrote who held it before is nothing to them.
 */
export const takeDrafted = many<{ readonly mailId: string }>(
  "take_drafted_mails",
  `update claims.mail m set state = 'new', outcome = null, claim_no = $2, settled_by = $3
    where m.device_id = $1 and m.state = 'drafted' and exists (
      select from contracts.contract k join identity.person p on p.person_id = k.holder_id
       where k.device_id = $1 and lower(p.email) = m.sender
         and k.no = (select max(n.no) from contracts.contract n where n.device_id = $1))
   returning mail_id as "mailId"`,
);

/** The report of a device was never sent: its mails wait for a person. */
export const releaseDrafted = effect(
  "release_drafted_mails",
  "update claims.mail set state = 'unmatched', device_id = null where device_id = $1 and state = 'drafted'",
);

/** A person puts a mail into a case: it is worked once more. No row: it is in one, or being worked. */
export const assignRow = maybeOne<MailRow>(
  "assign_mail",
  `update claims.mail
      set state = 'new', outcome = null, device_id = $2, claim_no = $3, settled_by = $4, settled_at = null,
          reason = null
    where mail_id = $1 and state in ('unmatched', 'drafted', 'ignored', 'not_ours')
   returning ${MAIL}`,
);

/** A person says that a mail is not ours. No row: it does not wait. */
export const rejectRow = maybeOne<MailRow>(
  "reject_mail",
  `update claims.mail set state = 'not_ours', reason = $2, settled_by = $3, settled_at = $4
    where mail_id = $1 and state = 'unmatched'
   returning ${MAIL}`,
);

/** Mails in the states `$1`, the oldest first, behind `$2` and `$3`. */
export const listMailRows = many<MailRow>(
  "list_mails",
  `select ${MAIL} from claims.mail
    where state = any($1::text[])
      and ($2::timestamptz is null or (received_at, mail_id) > ($2, $3::text))
    order by received_at, mail_id limit $4`,
);

/** Mails whose job was lost. */
export const forgottenMails = many<{ readonly mailId: string }>(
  "forgotten_mails",
  `select mail_id as "mailId" from claims.mail where state = 'new' and received_at < $1 order by received_at
    limit 1000`,
);

/** Open cases of persons known by an address: a hint for who sorts a mail. */
export const openClaimsOfEmail = many<{
  readonly deviceId: string;
  readonly no: number;
  readonly serial: string;
}>(
  "open_claims_of_email",
  `select c.device_id as "deviceId", c.no, c.serial from claims.claim c
    where c.state not in ('closed', 'cancelled') and c.reporter_id = any($1::text[])
    order by c.opened_at desc, c.device_id desc limit 20`,
);
