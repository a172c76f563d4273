import { many, one } from "../platform/index.ts";
import { QUESTION } from "./questions/questionStore.ts";
import { AROUND, CLAIM, type ClaimRow, CORE, DUE } from "./store.ts";

/** A claim in a list, with the newest try to pay its fee. */
export interface ListedRow extends ClaimRow {
  readonly payment: "pending" | "unknown" | "succeeded" | "failed" | null;
  /** Signals that nobody has looked at yet. */
  readonly signals: number;
  /** The clock that runs out first; null where none runs. */
  readonly promise: ListedPromise | null;
}

/** How far the promise of a listed claim is. */
export interface ListedPromise {
  readonly promise: "first_look" | "dispatch" | "answer";
  readonly isPaused: boolean;
  readonly dueAt: string | null;
  readonly isNear: boolean;
  readonly isLate: boolean;
}

/** The clock of a claim `c` that runs out first. */
const PROMISE = `(select jsonb_build_object('promise', k.promise, 'isPaused', k.state = 'paused',
           'dueAt', k.due_at, 'isNear', k.warned_at is not null, 'isLate', k.broken_at is not null)
     from service.clock k
    where k.device_id = c.device_id and k.claim_no = c.no and k.state in ('running', 'paused')
    order by k.due_at nulls last, k.no limit 1)`;

/** Whether a promise about a claim `c` is broken and not kept yet. */
const IS_LATE = `exists (select from service.clock k
    where k.device_id = c.device_id and k.claim_no = c.no and k.state = 'running'
      and k.broken_at is not null)`;

/** Whether the choice that was taken comes with such a unit. */
function hasUnit(unit: string): string {
  return `exists (select from json_array_elements(c.choices) as choice
  where choice ->> 'route' = c.route and choice ->> 'unit' = '${unit}')`;
}

/** Whether a claim's answer offers an advance exchange, as `advanceOf` says it. */
const ADVANCE = `(c.receipt ->> 'outcome' = 'plan' and c.receipt -> 'hold' is not null
  and c.receipt -> 'fee' ->> 'currency' is not null)`;

/** Whether the way of a claim `c` brings another unit, as `bringsUnit` says it. */
export const BRINGS = `case when c.route = 'plan' then ${hasUnit("repaired")} is not true
  else ${hasUnit("replacement")} end`;

/** Whether the whole device is gone, as `isGone` says it. */
const GONE = `(c.incident ->> 'lost' is not distinct from 'total'
  or c.incident ->> 'stolen' is not distinct from 'true')`;

/** The next step of a claim, as `nextStepOf` says it. */
const NEXT = `case when c.appeal is not distinct from 'asked' then 'review'
  when ${QUESTION} is not null then 'answer' else case c.state
  when 'reported' then case when ${ADVANCE} then 'pay' when ${GONE} then 'analyse' else 'send' end
  when 'received' then case when c.receipt ->> 'outcome' = 'hold' then 'send_rest' else 'inspect' end
  when 'inspected' then 'choose'
  when 'chosen' then 'pay'
  when 'paid' then case when ${BRINGS} then 'replace' else 'ship' end
  when 'replaced' then 'ship'
  when 'shipped' then case when ${CORE} = 'awaited' then 'send_back' else 'arrive' end
  else 'none' end end`;

/** Whether a claim was reported by one of these persons, or is of a contract one of them held. */
const OF_PERSONS = (persons: string): string => `(c.reporter_id = any(${persons}) or exists (
        select from contracts.contract k
         where k.device_id = c.device_id and k.no = c.contract_no and k.holder_id = any(${persons})
           and (k.held_from is null or k.held_from <= c.opened_at)))`;

/**
 * What narrows the list of claims. Null is everything; `$4` holds the persons an owner is known as, `$5` next
 * steps, `$6` the instant before which an overdue claim was due.
 */
const LIST_WHERE = `($1::text[] is null or c.state = any($1)) and ($2::text is null or c.channel = $2)
  and ($3::text is null or c.serial = $3)
  and ($4::text[] is null or ${OF_PERSONS("$4")})
  and ($5::text[] is null or ${NEXT} = any($5))
  and ($6::timestamptz is null or ${DUE} < $6 or ${IS_LATE})`;

/** A page of claims in the order of a place, after the one that `$7`, `$8`, `$9` name. */
const pageBy = (name: string, place: string) =>
  many<ListedRow>(
    name,
    `select ${CLAIM}, ${AROUND},
            (select attempt.state from money.attempt
              where attempt.root_id = c.device_id and attempt.about = 'charge'
                and attempt.about_no = c.charge_no
              order by attempt.no desc limit 1) as payment,
            (select count(*)::integer from claims.signal s
              where s.device_id = c.device_id and s.claim_no = c.no and s.seen_at is null) as signals,
            ${PROMISE} as promise
       from claims.claim c
      where ${LIST_WHERE}
        and ($7::timestamptz is null or (${place}, c.device_id, c.no) > ($7, $8::text, $9::integer))
      order by ${place}, c.device_id, c.no
      limit $10`,
  );

/** Pages by what they are sorted by: the oldest first; or by their deadlines, those without one last. */
export const listClaimRows = {
  opened: pageBy("list_claims", "c.opened_at"),
  due: pageBy("list_claims_by_deadline", `coalesce(${DUE}, 'infinity')`),
};

/** How many open claims stand at each step, and have which next one: the tabs of the work queue. */
export const countOpenClaims = many<{ state: ClaimRow["state"]; next: string; count: number }>(
  "count_open_claims",
  `select state, next, count(*)::integer as count
     from (select c.state, ${NEXT} as next from claims.claim c
            where c.state not in ('closed', 'cancelled')) as open
    group by state, next`,
);

/** How many claims have a deadline or a promise behind them at `$1`: those the list calls overdue. */
export const countLateClaims = one<{ readonly count: number }>(
  "count_late_claims",
  `select count(*)::integer as count from claims.claim c where ${DUE} < $1 or ${IS_LATE}`,
);

/** The claims of these persons. */
export const claimsOfPersons = many<{ readonly deviceId: string; readonly no: number }>(
  "claims_of_persons",
  `select c.device_id as "deviceId", c.no from claims.claim c where ${OF_PERSONS("$1::text[]")}`,
);
