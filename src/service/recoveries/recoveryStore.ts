import { many, maybeOne } from "../../platform/index.ts";
import type { Recovery, RecoveryState } from "./recovery.ts";

const RECOVERY = `r.device_id as "deviceId", r.no, r.claim_no as "claimNo", r.supplier,
  s.name as "supplierName", r.serial, r.model, r.programme, r.region, r.zone, r.state, r.currency,
  r.amount_minor as "amountMinor", r.lines, r.answer_days as "answerDays", r.made_at as "madeAt",
  r.due_at as "dueAt", r.pack, r.sent_at as "sentAt", r.contact_id as "contactId",
  r.answer_due_at as "answerDueAt", r.answered_at as "answeredAt", r.accepted_minor as "acceptedMinor",
  r.reference, r.reason, r.paid_at as "paidAt", r.credit_id as "creditId"`;
const FROM = "from service.recovery as r join catalogue.supplier as s using (supplier)";

/**
 * Makes a recovery of a locked device. No row: the case has one for this supplier. `$12` are its lines, JSON.
 */
export const insertRecovery = maybeOne<{ readonly no: number }>(
  "insert_recovery",
  `insert into service.recovery
     (device_id, no, claim_no, supplier, serial, model, programme, region, zone, state, currency,
      amount_minor, lines, answer_days, made_at, due_at)
   select $1, coalesce((select max(no) from service.recovery where device_id = $1), 0) + 1, $2, $3, $4, $5,
          $6, $7, $8, 'due', $9, $10, $11::jsonb, $12, $13, $14
   on conflict (device_id, claim_no, supplier) do nothing
   returning no`,
);

/** A recovery. */
export const recoveryOf = maybeOne<Recovery>(
  "recovery_of",
  `select ${RECOVERY} ${FROM} where r.device_id = $1 and r.no = $2`,
);

/** Sends one that is due. No row: it is not any more. */
export const sendRow = maybeOne<{ readonly no: number }>(
  "send_recovery",
  `update service.recovery
      set state = 'sent', pack = $3::json, sent_at = $4, answer_due_at = $5, contact_id = $6,
          version = version + 1
    where device_id = $1 and no = $2 and state = 'due' and due_at > $4
   returning no`,
);

/** What a supplier says of one that was sent. No row: it was answered before. */
export const answerRow = maybeOne<{ readonly no: number }>(
  "answer_recovery",
  `update service.recovery
      set state = $3, accepted_minor = $4, reference = $5, reason = $6, answered_at = $7,
          version = version + 1
    where device_id = $1 and no = $2 and state = 'sent'
   returning no`,
);

/** One that was not sent in time lapses. No row: it was. */
export const lapseRow = maybeOne<{ readonly no: number }>(
  "lapse_recovery",
  `update service.recovery set state = 'lapsed', answered_at = $3, version = version + 1
    where device_id = $1 and no = $2 and state = 'due'
   returning no`,
);

/** One that was accepted is paid by a credit of the bank. No row: it is not at this step. */
export const payRow = maybeOne<{ readonly no: number }>(
  "pay_recovery",
  `update service.recovery set state = 'paid', paid_at = $3, credit_id = $4, version = version + 1
    where device_id = $1 and no = $2 and state in ('accepted', 'partly')
   returning no`,
);

/** What narrows the list: `$1` a supplier, `$2` states, `$3` a serial, `$4` late at an instant; else null. */
const ASKED = `($1::text is null or r.supplier = $1) and ($2::text[] is null or r.state = any($2))
  and ($3::text is null or r.serial = $3)
  and ($4::timestamptz is null
       or case r.state when 'due' then r.due_at when 'sent' then r.answer_due_at end < $4)`;

/** When the time to send it, or to answer it, is over; of what has neither never. */
const DUE = `coalesce(
  case r.state when 'due' then r.due_at when 'sent' then r.answer_due_at end, 'infinity')`;

const pageBy = (name: string, place: string) =>
  many<Recovery>(
    name,
    `select ${RECOVERY} ${FROM}
      where ${ASKED}
        and ($5::text is null or (${place}, r.device_id, r.no) > (
          select ${place}, r.device_id, r.no from service.recovery as r
           where r.device_id = $5 and r.no = $6))
      order by ${place}, r.device_id, r.no
      limit $7`,
  );

/** A page behind the recovery that `$5` and `$6` name: the oldest first, or what is due next. */
export const pageOfRecoveries = {
  made: pageBy("page_of_recoveries", "r.made_at"),
  due: pageBy("page_of_recoveries_by_due", DUE),
};

/** What the rows come to that a list is narrowed to. */
export interface RecoveryTotal {
  readonly supplier: string;
  readonly currency: string;
  readonly state: RecoveryState;
  readonly count: number;
  readonly amountMinor: number;
  /** Of those that were answered. */
  readonly acceptedMinor: number;
  /** What is owed of those that were sent. */
  readonly openMinor: number;
}

/** The sums by supplier, currency and state. */
export const totalsOfRecoveries = many<RecoveryTotal>(
  "totals_of_recoveries",
  `select r.supplier, r.currency, r.state, count(*)::integer as count,
          sum(r.amount_minor)::bigint as "amountMinor",
          coalesce(sum(r.accepted_minor), 0)::bigint as "acceptedMinor",
          coalesce(sum(case r.state when 'sent' then r.amount_minor
                                    when 'accepted' then r.accepted_minor
                                    when 'partly' then r.accepted_minor end), 0)::bigint as "openMinor"
     from service.recovery as r
    where ${ASKED}
    group by r.supplier, r.currency, r.state
    order by r.supplier, r.currency, r.state`,
);
