import { many, maybeOne, one, type Queryable } from "../../platform/index.ts";
import type { Refund } from "./refund.ts";
import type { RefundableCharge } from "./refundable.ts";

/** What of a `line` of a `refund` lost disputes have paid: they pay the lines in their order. */
export const LINE_SETTLED = `least(line.net_minor + line.tax_minor,
    greatest(0, refund.settled_minor - coalesce((
      select sum(before.net_minor + before.tax_minor) from money.refund_line as before
       where before.root_id = line.root_id and before.refund_no = line.refund_no
         and before.no < line.no), 0)))`;

/** The columns of a refund, with its lines. */
export const REFUND = `refund.root_id as "rootId", refund.no, refund.charge_no as "chargeNo",
  refund.hold_no as "holdNo", refund.kind, refund.subject, refund.settled_minor as "settledMinor",
  refund.amount_minor as "amountMinor", refund.penalty_minor as "penaltyMinor", refund.currency, refund.state,
  refund.means, refund.method, refund.reason, refund.second_person as "secondPerson",
  refund.requested_by as "requestedBy", refund.requested_at as "requestedAt",
    refund.decided_by as "decidedBy",
  refund.decided_at as "decidedAt", refund.decision_reason as "decisionReason", refund.due_at as "dueAt",
  refund.failure, refund.reference, refund.closed_at as "closedAt",
  (select jsonb_agg(jsonb_build_object(
            'no', line.no, 'saleNo', line.sale_no, 'lineNo', line.line_no,
            'netMinor', line.net_minor, 'taxMinor', line.tax_minor,
            'taxKind', line.tax_kind, 'programme', line.programme, 'region', line.region,
            'deferredMinor', line.deferred_minor, 'earnedNowMinor', line.earned_now_minor,
            'saleState', line.sale_state, 'receipt', line.receipt,
            'goods', case when line.goods_pieces is not null
                          then jsonb_build_object('pieces', line.goods_pieces, 'from', line.goods_from) end,
            'settledMinor', ${LINE_SETTLED}) order by line.no)
     from money.refund_line as line
    where line.root_id = refund.root_id and line.refund_no = refund.no) as lines`;

/**
 * Whether a refund is for one of these things (the parameter of that number, public ids; null for any): the
 * contract, order or claim it names, or that its charge was for; and the order it stands on.
 */
export const isFor = (things: string): string => `(${things}::text[] is null
  or refund.subject = any(${things}) or 'ord_' || refund.root_id = any(${things})
  or exists (select from money.charge as paid
              where paid.root_id = refund.root_id and paid.no = refund.charge_no and refund.subject is null
                and case paid.purpose when 'renewal' then 'ctr_' when 'claim_fee' then 'clm_' end
                    || paid.root_id || '_' || paid.subject_no = any(${things})))`;

/** One refund, where it is for one of these things (`$3`, null for any). */
export const refundSeen = maybeOne<Refund>(
  "refund_seen",
  `select ${REFUND} from money.refund where root_id = $1 and no = $2 and ${isFor("$3")}`,
);

/** One refund. */
export const refundOf: (db: Queryable, rootId: unknown, no: unknown) => Promise<Refund | undefined> =
  maybeOne<Refund>("refund_of", `select ${REFUND} from money.refund where root_id = $1 and no = $2`);

/** Nothing is paying a `refund` now. */
export const NO_TRY_OPEN = `not exists (
  select from money.attempt
   where attempt.root_id = refund.root_id and attempt.about = 'refund'
     and attempt.about_no = refund.no and attempt.state in ('pending', 'unknown'))`;

/** What refunds of a charge pay ourselves, or promise to: what comes out of what was captured of it. */
const OWN_PROMISES = `coalesce((select sum(refund.amount_minor - refund.settled_minor) from money.refund
                        where refund.root_id = charge.root_id and refund.charge_no = charge.no
                          and refund.state <> 'declined' and refund.kind not in ('penalty', 'balance')), 0)`;

/** What disputes of a `charge` that were not won took of it, beside what is promised back. */
export const DISPUTED = `(coalesce((select sum(dispute.amount_minor) from money.dispute
                      where dispute.root_id = charge.root_id and dispute.charge_no = charge.no
                        and dispute.state <> 'won'), 0)
           + ${OWN_PROMISES}
           - charge.refunded_minor)::bigint`;

/**
 * A charge with the try that captured it. What a lost dispute took of a plan is among what was promised back.
 */
export const paidCharge = maybeOne<RefundableCharge>(
  "paid_charge",
  `select charge.no, charge.state, charge.amount_minor as "amountMinor", charge.currency,
          charge.refunded_minor as "refundedMinor", attempt.provider, attempt.method,
          attempt.provider_ref as "providerRef",
          ${DISPUTED} as "disputedMinor"
     from money.charge
     left join money.attempt
       on attempt.root_id = charge.root_id and attempt.about = 'charge' and attempt.about_no = charge.no
      and attempt.state = 'succeeded'
    where charge.root_id = $1 and charge.no = $2`,
);

/**
 * Promises an amount back of a captured charge, under the lock of its root. No row: it is not captured, or
 * so much of it is not left.
 */
export const promiseBack = maybeOne<{ refundedMinor: number }>(
  "promise_back",
  `update money.charge
      set refunded_minor = refunded_minor + $3, version = version + 1
    where root_id = $1 and no = $2 and state = 'captured' and refunded_minor + $3 <= amount_minor
   returning refunded_minor as "refundedMinor"`,
);

/** Takes back what was promised: the refund was declined. */
export const takePromiseBack = maybeOne<{ refundedMinor: number }>(
  "take_promise_back",
  `update money.charge
      set refunded_minor = refunded_minor - $3, version = version + 1
    where root_id = $1 and no = $2 and refunded_minor >= $3
   returning refunded_minor as "refundedMinor"`,
);

/** Writes a refund (`$2`, a row as JSON) with its lines (`$3`, a list), numbered within its root. */
export const insertRefund = one<{ no: number }>(
  "insert_refund",
  `with made as (
     insert into money.refund
     select given.*
       from (select 1 + coalesce(max(no), 0) as no from money.refund where root_id = $1) as next,
            jsonb_populate_record(null::money.refund, $2::jsonb || jsonb_build_object('no', next.no)) as given
     returning root_id, no
   ), lines as (
     insert into money.refund_line (root_id, refund_no, no, sale_no, line_no,
       net_minor, tax_minor, tax_kind,
       programme, region,
                                    deferred_minor, earned_now_minor, sale_state, receipt, facts,
                                    goods_pieces, goods_from)
     select made.root_id, made.no, line.no, line.sale_no, line.line_no,
            line.net_minor, line.tax_minor, line.tax_kind,
            line.programme, line.region, line.deferred_minor, line.earned_now_minor, line.sale_state,
              line.receipt,
            line.facts, line.goods_pieces, line.goods_from
       from made, json_to_recordset($3::json)
              as line(no integer, sale_no integer, line_no integer, net_minor bigint,
                tax_minor bigint, tax_kind text,
                programme text,
                      region text, deferred_minor bigint, earned_now_minor bigint, sale_state text,
                        receipt json,
                      facts json, goods_pieces integer, goods_from text)
   )
   select no from made`,
);

/** Decides a refund that was asked for. No row: it was decided before. */
export const decideAsked = maybeOne<Refund>(
  "decide_asked_refund",
  `update money.refund
      set state = $3::text, decided_by = $4, decided_at = $5::timestamptz, decision_reason = $6,
          closed_at = case when $3::text = 'declined' then $5::timestamptz end, version = version + 1
    where root_id = $1 and no = $2 and state = 'requested'
   returning ${REFUND}`,
);

/** Takes a refund that waits for its payment up again, by other means perhaps. No row: it does not wait. */
export const takeUp = maybeOne<Refund>(
  "take_up_refund",
  `update money.refund
      set state = 'approved', means = $3, failure = null, version = version + 1
    where root_id = $1 and no = $2 and state in ('approved', 'failed')
   returning ${REFUND}`,
);

/**
 * Marks an approved refund as paid, with what was added for lateness. No row: it is not approved any more.
 */
export const closePaid = maybeOne<Refund>(
  "close_paid_refund",
  `update money.refund
      set state = 'paid', penalty_minor = $3, reference = $4, closed_at = $5, version = version + 1
    where root_id = $1 and no = $2 and state = 'approved'
   returning ${REFUND}`,
);

/** Marks an approved refund as failed, with the provider's reason. */
export const failRefund = maybeOne<Refund>(
  "fail_refund",
  `update money.refund set state = 'failed', failure = $3, version = version + 1
    where root_id = $1 and no = $2 and state = 'approved'
   returning ${REFUND}`,
);

/**
 * Refunds of a charge that nobody has paid and no try is paying, under the lock of its root: kindness first,
 * then the oldest first.
 */
export const unpaidOfCharge = many<Refund>(
  "unpaid_refunds_of_charge",
  `select ${REFUND} from money.refund
    where root_id = $1 and charge_no = $2 and state in ('requested', 'approved', 'failed')
      and kind not in ('penalty', 'balance')
      and ${NO_TRY_OPEN}
    order by kind <> 'goodwill', no`,
);

/** Refunds of a charge that were paid into the balance of its payer, the newest first. */
export const paidIntoBalance = many<Refund>(
  "refunds_paid_into_balance",
  `select ${REFUND} from money.refund
    where root_id = $1 and charge_no = $2 and state = 'paid' and means = 'balance' and kind <> 'penalty'
      and settled_minor < amount_minor
    order by no desc`,
);

/**
 * How much more than was captured of a charge lost disputes and refunds come to together. Those that are open
 * do not count: they may still be won.
 */
export const paidTooMuch = one<{ tooMuchMinor: number }>(
  "paid_too_much",
  `select greatest(0, coalesce((select sum(dispute.amount_minor) from money.dispute
                      where dispute.root_id = charge.root_id and dispute.charge_no = charge.no
                        and dispute.settled_at is not null), 0)
           + ${OWN_PROMISES} - charge.amount_minor)::bigint as "tooMuchMinor"
     from money.charge where root_id = $1 and no = $2`,
);

/**
 * Takes an amount (`$3`) off a refund, because a lost dispute has paid it. One that waits and has nothing
 * left is over: who decided it (`$4`), unless a person did. No row: it was declined, or so much of it is not
 * left.
 */
export const settleRefund = maybeOne<Refund>(
  "settle_refund",
  `with now as (
     select root_id, no, settled_minor + $3 as settled_minor,
            state <> 'paid' and settled_minor + $3 = amount_minor as is_over
       from money.refund where root_id = $1 and no = $2
   )
   update money.refund
      set settled_minor = now.settled_minor, version = refund.version + 1,
          state = case when now.is_over then 'paid' else refund.state end,
          means = case when now.is_over then 'dispute' else refund.means end,
          decided_by = case when now.is_over then coalesce(refund.decided_by, $4) else refund.decided_by end,
          decided_at = case when now.is_over then coalesce(refund.decided_at, $5) else refund.decided_at end,
          closed_at = case when now.is_over then $5 else refund.closed_at end
     from now
    where refund.root_id = now.root_id and refund.no = now.no and refund.state <> 'declined'
      and now.settled_minor <= refund.amount_minor
   returning ${REFUND}`,
);

/** Whether a try to pay it is open. */
export const openRefundTry = maybeOne<{ no: number }>(
  "open_refund_try",
  `select no from money.attempt
    where root_id = $1 and about = 'refund' and about_no = $2 and state in ('pending', 'unknown')`,
);
