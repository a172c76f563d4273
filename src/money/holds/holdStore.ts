import { effect, maybeOne, one, type Queryable } from "../../platform/index.ts";
import type { Authorisation, Hold } from "./hold.ts";

/** The columns of a hold `h`. */
export const HOLD = `h.root_id as "rootId", h.no, h.subject_no as "subjectNo", h.programme, h.region,
  h.amount_minor as "amountMinor", h.currency, h.state, h.wanted_at as "wantedAt", h.needed_at as "neededAt",
  h.due_at as "dueAt", h.remind_at as "remindAt", h.reminded_at as "remindedAt", h.noticed_at as "noticedAt",
  h.answer, h.late_answer as "lateAnswer", h.capture_minor as "captureMinor", h.needs_person as "needsPerson",
  h.ending, h.reason, h.attention, h.captured_minor as "capturedMinor", h.closed_at as "closedAt",
  (select jsonb_build_object('amountMinor', q.amount_minor, 'reason', q.reason, 'by', q.asked_by,
                             'at', q.asked_at)
     from money.capture_request q
    where q.root_id = h.root_id and q.hold_no = h.no and q.state = 'open') as "captureAsked"`;

/** A hold without its authorisations. */
export type HoldRow = Omit<Hold, "authorisations">;

/** Wants a hold, under the lock of its root. No row: the claim has a live one. */
export const insertHold = maybeOne<{ no: number }>(
  "insert_hold",
  `insert into money.hold (root_id, no, subject_no, programme, region, amount_minor, currency, wanted_at)
   select $1, 1 + coalesce((select max(no) from money.hold where root_id = $1), 0),
          $2::integer, $3, $4, $5, $6, $7
    where not exists (select from money.hold
                       where root_id = $1 and subject_no = $2::integer and state in ('wanted', 'placed'))
   returning no`,
);

/** The chain of a hold `h`, oldest first; its times as JSON has them. */
const CHAIN = `(select coalesce(jsonb_agg(jsonb_build_object(
            'no', a.no, 'method', a.method, 'amountMinor', a.amount_minor, 'state', a.state,
            'leaving', a.leaving, 'askedAt', a.asked_at, 'captureBefore', a.capture_before,
            'failedAt', a.failed_at, 'attempt', (
              select jsonb_build_object('state', t.state, 'reason', t.reason, 'nextUrl', t.next_url,
                                        'answered', t.answered_at is not null)
                from money.attempt t
               where t.root_id = a.root_id and t.about = 'hold' and t.about_no = a.no
               order by t.no desc
               limit 1)) order by a.no), '[]')
     from money.authorisation a where a.root_id = h.root_id and a.hold_no = h.no) as chain`;

type ChainedRow = HoldRow & { readonly chain: readonly ToldAuthorisation[] };
type ToldTimes = { readonly [Name in "askedAt" | "captureBefore" | "failedAt"]: string | null };
type ToldAuthorisation = Omit<Authorisation, keyof ToldTimes> & ToldTimes & { readonly askedAt: string };

const holdRow = maybeOne<ChainedRow>(
  "hold_of",
  `select ${HOLD}, ${CHAIN} from money.hold h where root_id = $1 and no = $2`,
);

const newestHoldRow = maybeOne<ChainedRow>(
  "hold_of_subject",
  `select ${HOLD}, ${CHAIN} from money.hold h
    where root_id = $1 and subject_no = $2 order by no desc limit 1`,
);

/** A hold with its authorisations. */
export async function holdOf(db: Queryable, rootId: string, no: number): Promise<Hold | undefined> {
  return withChain(await holdRow(db, rootId, no));
}

/** The newest hold of a claim. */
export async function holdOfSubject(
  db: Queryable,
  rootId: string,
  subjectNo: number,
): Promise<Hold | undefined> {
  return withChain(await newestHoldRow(db, rootId, subjectNo));
}

function withChain(row: ChainedRow | undefined): Hold | undefined {
  if (row === undefined) {
    return undefined;
  }
  const { chain, ...hold } = row;
  const authorisations = chain.map((told) => ({
    ...told,
    askedAt: Temporal.Instant.from(told.askedAt),
    captureBefore: instantOf(told.captureBefore),
    failedAt: instantOf(told.failedAt),
  }));
  return { ...hold, authorisations };
}

const instantOf = (told: string | null): Temporal.Instant | null =>
  told === null ? null : Temporal.Instant.from(told);

/** What a change of a hold may touch, by the names of its columns. */
export type HoldChange = Partial<{
  state: Hold["state"];
  needed_at: Temporal.Instant;
  due_at: Temporal.Instant;
  remind_at: Temporal.Instant;
  reminded_at: Temporal.Instant;
  noticed_at: Temporal.Instant;
  answer: Hold["answer"];
  late_answer: Hold["lateAnswer"];
  capture_minor: number | null;
  needs_person: boolean;
  ending: Hold["ending"];
  ending_at: Temporal.Instant | null;
  reason: string | null;
  attention: Hold["attention"];
  captured_minor: number;
  closed_at: Temporal.Instant;
}>;

/** Changes a hold that has not ended; `$3` names the columns. 0: it has ended. */
const changeHoldRow = effect(
  "change_hold",
  `update money.hold as h
      set (state, needed_at, due_at, remind_at, reminded_at, noticed_at, answer, late_answer, capture_minor,
           needs_person, ending, ending_at, reason, attention, captured_minor, closed_at, version)
        = (select r.state, r.needed_at, r.due_at, r.remind_at, r.reminded_at, r.noticed_at, r.answer,
                  r.late_answer, r.capture_minor, r.needs_person, r.ending, r.ending_at, r.reason,
                  r.attention, r.captured_minor, r.closed_at, r.version + 1
             from jsonb_populate_record(h, $3::jsonb) as r)
    where h.root_id = $1 and h.no = $2 and h.state in ('wanted', 'placed')`,
);

/** Changes a hold that has not ended. 0: it has ended. */
export function changeHold(
  db: Queryable,
  { rootId, no }: Pick<Hold, "rootId" | "no">,
  change: HoldChange,
): Promise<number> {
  return changeHoldRow(db, rootId, no, JSON.stringify(change));
}

/** Asks for a new authorisation of a hold. Errors: one is asked for already (a key). */
export const insertAuthorisation = one<{ no: number }>(
  "insert_authorisation",
  `insert into money.authorisation (root_id, no, hold_no, method, provider, amount_minor, currency, asked_at)
   select $1, 1 + coalesce((select max(no) from money.authorisation where root_id = $1), 0),
          $2, $3, $4, $5, $6, $7
   returning no`,
);

/** An authorisation as its tries see it. */
export interface TriedAuthorisation extends Authorisation {
  readonly holdNo: number;
  readonly provider: string;
  readonly providerRef: string | null;
  readonly orderedMinor: number | null;
  readonly currency: string;
  /**
   * The provider's reference of the newest one of its hold that was placed before it, with the same provider.
   */
  readonly beforeRef: string | null;
  /** The claim its hold is for. */
  readonly subjectNo: number;
}

export const triedAuthorisation = maybeOne<TriedAuthorisation>(
  "tried_authorisation",
  `select a.no, a.method, a.amount_minor as "amountMinor", a.state, a.leaving, a.asked_at as "askedAt",
          a.capture_before as "captureBefore", a.failed_at as "failedAt", a.hold_no as "holdNo", a.provider,
          a.provider_ref as "providerRef", a.ordered_minor as "orderedMinor", a.currency,
          (select b.provider_ref from money.authorisation b
            where b.root_id = a.root_id and b.hold_no = a.hold_no and b.no < a.no and b.provider = a.provider
              and b.method = a.method and b.provider_ref is not null
            order by b.no desc limit 1) as "beforeRef",
          (select h.subject_no from money.hold h where h.root_id = a.root_id and h.no = a.hold_no)
            as "subjectNo"
     from money.authorisation a where a.root_id = $1 and a.no = $2`,
);

/** It is placed: `$4` its reference, `$5` when it is forgotten. 0: it is not asked for any more. */
export const placeAuthorisation = effect(
  "place_authorisation",
  `update money.authorisation
      set state = 'placed', placed_at = $3, provider_ref = $4, capture_before = $5
    where root_id = $1 and no = $2 and state = 'asked'`,
);

/** The card said no. */
export const failAuthorisation = effect(
  "fail_authorisation",
  `update money.authorisation set state = 'failed', failed_at = $3, closed_at = $3
    where root_id = $1 and no = $2 and state = 'asked'`,
);

/**
 * Orders what becomes of a placed one: `$3` of so much (`$4`). No row: something is ordered already, or it is
 * not placed.
 */
export const orderAuthorisation = maybeOne<Pick<TriedAuthorisation, "provider" | "method">>(
  "order_authorisation",
  `update money.authorisation set leaving = $3, ordered_minor = $4, ordered_at = $5
    where root_id = $1 and no = $2 and state = 'placed' and leaving is null
      and ($3 <> 'capture' or $5 < capture_before)
   returning provider, method`,
);

/** What was ordered is refused: it stays placed. */
export const keepAuthorisation = effect(
  "keep_authorisation",
  `update money.authorisation set leaving = null, failed_at = $3
    where root_id = $1 and no = $2 and state = 'placed' and leaving is not null`,
);

/** Closes a placed one as what was ordered; a captured one gives the rest back. 0: it was closed before. */
export const closeAuthorisation = effect(
  "close_authorisation",
  `update money.authorisation
      set state = case leaving when 'capture' then 'captured' else 'released' end,
          captured_minor = case leaving when 'capture' then ordered_minor else 0 end,
          released_minor = amount_minor - case leaving when 'capture' then ordered_minor else 0 end,
          leaving = null, closed_at = $3
    where root_id = $1 and no = $2 and state = 'placed' and leaving is not null`,
);

/** The card has forgotten it. */
export const lapseAuthorisation = effect(
  "lapse_authorisation",
  `update money.authorisation set state = 'lapsed', closed_at = $3
    where root_id = $1 and no = $2 and state = 'placed' and leaving is null and capture_before <= $3`,
);

/** What was captured of a hold. */
export const capturedOfHold = one<{ capturedMinor: number }>(
  "captured_of_hold",
  `select coalesce(sum(captured_minor), 0)::bigint as "capturedMinor"
     from money.authorisation where root_id = $1 and hold_no = $2`,
);
