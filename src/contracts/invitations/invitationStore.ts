import { effect, many, maybeOne } from "../../platform/index.ts";
import type { Invitation } from "./invitation.ts";

const INVITATION = `i.device_id as "deviceId", i.no, i.serial, i.reason, i.subject,
  i.person_id as "personId", i.programme, i.region, i.zone, i.state, i.sent_at as "sentAt",
  i.ends_at as "endsAt"`;

/** The open invitations of these devices: one each at the most. */
export const openInvitations = many<Invitation>(
  "open_invitations",
  `select ${INVITATION} from contracts.invitation i
    where i.device_id = any($1::text[]) and i.state = 'open'`,
);

/** The invitations of a device, the oldest first. */
export const invitationsOf = many<Invitation>(
  "invitations_of",
  `select ${INVITATION} from contracts.invitation i where i.device_id = $1 order by i.no`,
);

/** Invites a locked device that has no open one. No row: what it follows has invited before. */
export const insertInvitation = maybeOne<{ readonly no: number }>(
  "insert_invitation",
  `insert into contracts.invitation
     (device_id, no, serial, reason, subject, person_id, programme, region, zone, sent_at, ends_at)
   select $1, (select coalesce(max(no), 0) + 1 from contracts.invitation where device_id = $1),
          $2, $3, $4, $5, $6, $7, $8, $9, $10
    where not exists (select from contracts.invitation where device_id = $1 and subject = $4)
   returning no`,
);

/** Ends the open invitation of a device, taken by a contract or lapsed. No row: it is open no more. */
export const closeInvitation = maybeOne<{ readonly no: number; readonly reason: string }>(
  "close_invitation",
  `update contracts.invitation
      set state = $2, contract_no = $3, closed_at = $4
    where device_id = $1 and state = 'open' and ($5::integer is null or no = $5)
   returning no, reason`,
);

/** Frees the one place of an open invitation before another takes it. */
export const replaceInvitation = effect(
  "replace_invitation",
  `update contracts.invitation set state = 'replaced', closed_at = $2
    where device_id = $1 and state = 'open'
      and not exists (select from contracts.invitation where device_id = $1 and subject = $3)`,
);
