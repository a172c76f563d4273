import { effect, many, maybeOne, one } from "../../platform/index.ts";
import type { Difference } from "./difference.ts";
import type { Side } from "./sides.ts";

const DIFFERENCE = `difference_id as "differenceId", kind, party, cause, state, line_id as "lineId",
  our_key as "ourKey", amount_minor as "amountMinor", currency, detail, found_at as "foundAt",
  asked_by as "askedBy", asked_as as "askedAs", asked_why as "askedWhy", ended_at as "endedAt",
  ended_by as "endedBy", end_reason as "endReason", posted_root as "postedRoot",
  posted_source as "postedSource"`;

/**
 * Keeps what a night found (`$5`, a JSON list). What was found before and is open still is told anew; what
 * had explained itself and is there again is open again; what a person settled, or has asked to settle, stays
 * so while it is about as much as then.
 */
export const saveFindings = effect(
  "save_differences",
  `insert into money.difference (kind, party, found_at, found_by, difference_id, cause, state, line_id,
     our_key, amount_minor, currency, detail, sides, ended_at, ended_by, end_reason)
   select $1, $2, $3, $4, "differenceId", cause, state, "lineId", "ourKey", "amountMinor", currency, detail,
          sides,
          case when state = 'open' then null else $3::timestamptz end,
          case when state = 'open' then null else 'system' end,
          case when state = 'open' then null else 'only the day differs' end
     from jsonb_to_recordset($5::jsonb)
       as given("differenceId" text, cause text, state text, "lineId" text, "ourKey" text,
                "amountMinor" bigint, currency text, detail text, sides jsonb)
   on conflict (difference_id) do update
      set state = excluded.state, amount_minor = excluded.amount_minor, detail = excluded.detail,
          sides = excluded.sides,
          ended_at = excluded.ended_at, ended_by = excluded.ended_by, end_reason = excluded.end_reason,
          posted_root = null, posted_source = null,
          asked_by = case when difference.amount_minor = excluded.amount_minor then difference.asked_by end,
          asked_as = case when difference.amount_minor = excluded.amount_minor then difference.asked_as end,
          asked_why = case when difference.amount_minor = excluded.amount_minor then difference.asked_why end
    where difference.state in ('open', 'explained')
       or difference.amount_minor <> excluded.amount_minor`,
);

/** What was open of a party and was not found again (`$3`) has explained itself. */
export const explainOthers = effect(
  "explain_differences",
  `update money.difference
      set state = 'explained', ended_at = $4, ended_by = 'system', end_reason = 'both sides say the same now'
    where kind = $1 and party = $2 and state = 'open' and difference_id <> all($3::text[])`,
);

/** When the oldest open difference of a party was found. */
export const oldestOpen = one<{ readonly foundAt: Temporal.Instant | null }>(
  "oldest_open_difference",
  `select min(found_at) as "foundAt" from money.difference
    where kind = $1 and party = $2 and state = 'open'`,
);

/** One difference, and what each side says of it. */
export const differenceOf = maybeOne<Difference & { readonly sides: readonly Side[] }>(
  "difference_of",
  `select ${DIFFERENCE}, sides from money.difference where difference_id = $1`,
);

/** Locks a difference. */
export const lockDifference = maybeOne<Difference>(
  "lock_difference",
  `select ${DIFFERENCE} from money.difference where difference_id = $1 for update`,
);

/** The first of two persons says how it is to be settled. No row: it is not open, or somebody has asked. */
export const askSettlement = maybeOne<Difference>(
  "ask_settlement",
  `update money.difference set asked_by = $2, asked_as = $3, asked_why = $4
    where difference_id = $1 and state = 'open' and asked_by is null
   returning ${DIFFERENCE}`,
);

/** Ends an open difference: `$2` state, by `$3`, with a reason, and what was posted. No row: it has ended. */
export const endDifference = maybeOne<Difference>(
  "end_difference",
  `update money.difference
      set state = $2, ended_by = $3, end_reason = $4, ended_at = $5, posted_root = $6, posted_source = $7
    where difference_id = $1 and state = 'open'
   returning ${DIFFERENCE}`,
);

/**
 * A page of differences, the oldest first: `$1` cause, `$2` state, `$3` kind, `$4` party, found before `$5`,
 * after the one that `$6` and `$7` name.
 */
export const pageOfDifferences = many<Difference>(
  "page_of_differences",
  `select ${DIFFERENCE} from money.difference
    where ($1::text is null or cause = $1) and ($2::text is null or state = $2)
      and ($3::text is null or kind = $3) and ($4::text is null or party = $4)
      and ($5::timestamptz is null or found_at < $5)
      and ($6::timestamptz is null or (found_at, difference_id) > ($6, $7::text))
    order by found_at, difference_id
    limit $8`,
);

/** How many of these causes (`$1`) are open, found before `$2`. */
export const countOpen = one<{ readonly open: number }>(
  "count_open_differences",
  `select count(*)::integer as open from money.difference
    where state = 'open' and cause = any($1::text[]) and found_at <= $2`,
);
