import { effect, many, maybeOne, one } from "../../platform/index.ts";
import type { PartyKind } from "./comparison.ts";
import type { FeeTariff } from "./findDifferences.ts";
import type { CarrierTariff } from "./matchParcels.ts";

/** A night and a party. */
export interface Run {
  readonly runId: string;
  readonly night: Temporal.PlainDate;
  readonly kind: PartyKind;
  readonly party: string;
  readonly state: "running" | "done";
  /** What is being done, or was last. */
  readonly step: string;
  readonly ours: number;
  readonly theirs: number;
  readonly matched: number;
  readonly found: number;
  readonly explained: number;
  readonly posted: number;
  readonly startedAt: Temporal.Instant;
  readonly finishedAt: Temporal.Instant | null;
}

const RUN = `run_id as "runId", night_on as night, kind, party, state, step, ours, theirs, matched, found,
  explained, posted, started_at as "startedAt", finished_at as "finishedAt"`;

/** Begins a run, or goes on with it; `$7`: also one that is done is done again. No row: it is done. */
export const beginRun = maybeOne<Run>(
  "begin_reconciliation",
  `insert into money.reconciliation (run_id, night_on, kind, party, state, step, started_at)
   values ($1, $2, $3, $4, 'running', $5, $6)
   on conflict (run_id) do update set state = 'running', step = $5, finished_at = null
    where reconciliation.state = 'running' or $7::boolean
   returning ${RUN}`,
);

/** Says how far a run is. */
export const noteStep = effect(
  "note_reconciliation_step",
  "update money.reconciliation set step = $2 where run_id = $1 and state = 'running'",
);

/** Takes a run for one transaction. No row: another has finished it. */
export const lockRun = maybeOne<Run>(
  "lock_reconciliation",
  `select ${RUN} from money.reconciliation where run_id = $1 and state = 'running' for update`,
);

export const finishRun = effect(
  "finish_reconciliation",
  `update money.reconciliation
      set state = 'done', step = 'done', finished_at = $2, ours = $3, theirs = $4, matched = $5, found = $6,
          explained = $7, posted = posted + $8
    where run_id = $1 and state = 'running'`,
);

export const runOf = maybeOne<Run>(
  "reconciliation_of",
  `select ${RUN} from money.reconciliation where run_id = $1`,
);

/**
 * A page of runs, the newest night first: `$1` kind, `$2` party, `$3` state, `$4` night, then the place
 * before.
 */
export const pageOfRuns = many<Run>(
  "page_of_reconciliations",
  `select ${RUN} from money.reconciliation
    where ($1::text is null or kind = $1) and ($2::text is null or party = $2)
      and ($3::text is null or state = $3)
      and ($4::date is null or night_on = $4)
      and ($5::date is null or night_on < $5 or (night_on = $5 and run_id > $6::text))
    order by night_on desc, run_id
    limit $7`,
);

/** Whether anything has happened since `$1` that a night would look at. */
export const anythingNew = one<{ readonly isNew: boolean }>(
  "anything_to_reconcile",
  `select exists (select from money.attempt where state = 'succeeded' and resolved_at >= $1)
       or exists (select from money.report where made_at >= $1 and origin = 'sent')
       or exists (select from money.bank_credit where created_at >= $1)
       or exists (select from money.difference where state = 'open') as "isNew"`,
);

/** What was agreed with a party, as it holds on a day. */
export const tariffsOf = many<FeeTariff & CarrierTariff>(
  "tariffs_of",
  `select distinct on (currency) currency, basis_points as "basisPoints", fixed_minor as "fixedMinor",
          parcel_grams as "parcelGrams", bands
     from money.tariff where kind = $1 and party = $2 and valid_on <= $3
    order by currency, valid_on desc`,
);

/** Sets what is agreed from a day on. No row: something else was set for that day. */
export const insertTariff = maybeOne<{ readonly party: string }>(
  "insert_tariff",
  `insert into money.tariff (kind, party, currency, valid_on, basis_points, fixed_minor, parcel_grams,
    bands, set_by,
     set_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   on conflict do nothing
   returning party`,
);

/** A tariff as it was set. */
export interface Tariff extends FeeTariff, CarrierTariff {
  readonly kind: "provider" | "carrier";
  readonly party: string;
  readonly validOn: Temporal.PlainDate;
  readonly setBy: string;
  readonly setAt: Temporal.Instant;
}

/** A page of tariffs, the newest set first: `$1` kind, `$2` party, `$3` on the place before. */
export const pageOfTariffs = many<Tariff>(
  "page_of_tariffs",
  `select kind, party, currency, valid_on as "validOn", basis_points as "basisPoints",
          fixed_minor as "fixedMinor", parcel_grams as "parcelGrams", bands, set_by as "setBy",
          set_at as "setAt"
     from money.tariff
    where ($1::text is null or kind = $1) and ($2::text is null or party = $2)
      and ($3::timestamptz is null
           or (set_at, kind, currency, valid_on::text, party) < ($3, $4::text, $5::text, $6::text, $7::text))
    order by set_at desc, kind desc, currency desc, valid_on desc, party desc
    limit $8`,
);

/** Whether the test bank was ever used. */
export const testBankIsUsed = one<{ readonly isUsed: boolean }>(
  "test_bank_is_used",
  `select exists (select from money.test_payment) as "isUsed"`,
);
