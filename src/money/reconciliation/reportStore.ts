import { effect, many, maybeOne, one } from "../../platform/index.ts";
import type { PartyKind, TheirLine } from "./comparison.ts";

/** A report as it was taken in. */
export interface Report {
  readonly reportId: string;
  readonly kind: Exclude<PartyKind, "own">;
  readonly party: string;
  readonly fromOn: Temporal.PlainDate;
  readonly toOn: Temporal.PlainDate;
  readonly origin: "sent" | "fetched";
  readonly lines: number;
  readonly madeBy: string;
  readonly madeAt: Temporal.Instant;
}

const REPORT = `report_id as "reportId", kind, party, from_on as "fromOn", to_on as "toOn", origin, lines,
  made_by as "madeBy", made_at as "madeAt"`;

/** Keeps a report. No row: the same bytes were taken in before. */
export const insertReport = maybeOne<Report>(
  "insert_report",
  `insert into money.report (report_id, kind, party, from_on, to_on, origin, lines, made_by, made_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict do nothing
   returning ${REPORT}`,
);

export const reportOf = maybeOne<Report>(
  "report_of",
  `select ${REPORT} from money.report where report_id = $1`,
);

/** A page of reports, the newest first: `$1` kind, `$2` party, `$3` and `$4` the place before. */
export const pageOfReports = many<Report>(
  "page_of_reports",
  `select ${REPORT} from money.report
    where ($1::text is null or kind = $1) and ($2::text is null or party = $2)
      and ($3::timestamptz is null or (made_at, report_id) < ($3, $4::text))
    order by made_at desc, report_id desc
    limit $5`,
);

/** The days that reports of a party tell everything of, from `$3` on. */
export const daysTold = many<{ readonly fromOn: Temporal.PlainDate; readonly toOn: Temporal.PlainDate }>(
  "days_told",
  `select distinct from_on as "fromOn", to_on as "toOn"
     from money.report where kind = $1 and party = $2 and to_on >= $3`,
);

/** Everybody who has sent a report. */
export const partiesKnown = many<{ readonly kind: Report["kind"]; readonly party: string }>(
  "parties_known",
  "select distinct kind, party from money.report order by kind, party",
);

const LINES = `jsonb_to_recordset($5::jsonb)
  as given("lineId" text, "lineNo" integer, entry text, "theirId" text, reference text, "ourKey" text,
           "ofReference" text, programme text, "amountMinor" bigint, "feeMinor" bigint, currency text,
           at timestamptz, "weightGrams" integer, quantity integer)`;

/**
 * Keeps the lines of a report (`$5`, a JSON list). One that was told before stays as it was, unless `$4`:
 * then it is read from their own books, and is what it is there now.
 */
export const insertLines = effect(
  "insert_report_lines",
  `insert into money.report_line (report_id, kind, party, line_id, line_no, entry, their_id, reference,
    our_key,
     of_reference, programme, amount_minor, fee_minor, currency, at, weight_grams, quantity)
   select $1, $2, $3, "lineId", "lineNo", entry, "theirId", reference, "ourKey", "ofReference", programme,
          "amountMinor", "feeMinor", currency, at, "weightGrams", quantity
     from ${LINES}
   on conflict (line_id) do update
      set amount_minor = excluded.amount_minor, fee_minor = excluded.fee_minor, currency = excluded.currency,
          at = excluded.at, gone_at = null
    where $4::boolean and (report_line.amount_minor, report_line.fee_minor, report_line.currency,
      report_line.at,
                           report_line.gone_at is null)
       is distinct from (excluded.amount_minor, excluded.fee_minor, excluded.currency, excluded.at, true)`,
);

/** What stood in their books since `$3` and is not among the lines `$4` any more. */
export const noteGone = effect(
  "note_lines_gone",
  `update money.report_line as l set gone_at = $5
     from money.report as r
    where l.kind = $1 and l.party = $2 and l.at >= $3 and l.gone_at is null and l.line_id <> all($4::text[])
      and r.report_id = l.report_id and r.origin = 'fetched'`,
);

/** Lines among these that were told before, with what was told then. */
export const linesKnown = many<{
  readonly lineId: string;
  readonly amountMinor: number;
  readonly feeMinor: number;
  readonly currency: string;
  readonly quantity: number | null;
}>(
  "report_lines_known",
  `select line_id as "lineId", amount_minor as "amountMinor", fee_minor as "feeMinor", currency, quantity
     from money.report_line where line_id = any($1::text[])`,
);

const LINE = `line_id as "lineId", entry, their_id as "theirId", reference, our_key as "ourKey",
  of_reference as "ofReference", programme, amount_minor as "amountMinor", fee_minor as "feeMinor", currency,
  at,
  weight_grams as "weightGrams", quantity, posted_at is not null as "isPosted",
  exists (select from money.report where report.report_id = report_line.report_id
                                     and report.origin = 'sent') as "isSent"`;

/** A line as a report of its own shows it. */
export interface ReportLine extends TheirLine {
  readonly reportId: string;
  readonly lineNo: number;
  readonly postedAt: Temporal.Instant | null;
  readonly goneAt: Temporal.Instant | null;
}

const SHOWN = `${LINE}, report_id as "reportId", line_no as "lineNo", posted_at as "postedAt",
  gone_at as "goneAt"`;

/**
 * A page of the lines that a report (`$1`) was the first to tell, in its order: `$2` entry, `$3` any name
 * that a line has, `$4` and `$5` the place before.
 */
export const pageOfLines = many<ReportLine>(
  "page_of_report_lines",
  `select ${SHOWN} from money.report_line
    where report_id = $1 and ($2::text is null or entry = $2)
      and ($3::text is null or $3 in (their_id, reference, our_key, of_reference))
      and ($4::integer is null or (line_no, line_id) > ($4, $5::text))
    order by line_no, line_id
    limit $6`,
);

/** One line as it is shown. */
export const shownLine = maybeOne<ReportLine>(
  "shown_report_line",
  `select ${SHOWN} from money.report_line where line_id = $1`,
);

/** What a party says it did since `$3`. */
export const linesSince = many<TheirLine>(
  "report_lines_since",
  `select ${LINE} from money.report_line
    where kind = $1 and party = $2 and at >= $3 and at < $4 and gone_at is null
    order by at, line_id`,
);

/** What every bank told of credits, and every provider of payouts, since `$1`. */
export const creditsAndPayouts = many<TheirLine & { readonly kind: string; readonly party: string }>(
  "credits_and_payouts_since",
  `select ${LINE}, kind, party from money.report_line
    where at >= $1 and gone_at is null
      and (kind = 'bank' and entry = 'credit' or kind = 'provider' and entry = 'payout')
    order by at, line_id`,
);

/** One line, with who told it. */
export const lineOf = maybeOne<TheirLine & { readonly kind: string; readonly party: string }>(
  "report_line_of",
  `select ${LINE}, kind, party from money.report_line where line_id = $1`,
);

/** Says that what a line asks for is in our books. No row: it was before. */
export const notePosted = maybeOne<{ readonly lineId: string }>(
  "note_line_posted",
  `update money.report_line set posted_at = $2 where line_id = $1 and posted_at is null
   returning line_id as "lineId"`,
);

/** What was posted as the fee of a line so far, and by how many entries. */
export const feePosted = one<{ readonly postedMinor: number; readonly entries: number }>(
  "fee_posted_for_line",
  `select coalesce(sum(case debit.kind when 'provider_costs' then amount_minor else -amount_minor end),
                   0)::bigint as "postedMinor",
          count(*)::integer as entries
     from money.posting join money.account as debit on debit.account_id = debit_id
    where root_id = $1 and source like 'report_line/fee%'`,
);
