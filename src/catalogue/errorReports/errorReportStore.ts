import { effect, many, maybeOne } from "../../platform/index.ts";
import type { ErrorReport } from "./errorReport.ts";

const REPORT = `report_id as "reportId", report.sku, product.name, about, says, person.email, state, answer,
  report.created_at as "createdAt", closed_at as "closedAt", closed_by as "closedBy"`;
const FROM = `catalogue.error_report as report
  join catalogue.product using (sku)
  left join identity.person using (person_id)`;

/** Keeps what somebody says is wrong. */
export const insertErrorReport = effect(
  "insert_error_report",
  `insert into catalogue.error_report (report_id, sku, about, says, person_id, created_at)
   values ($1, $2, $3, $4, $5, $6)`,
);

/** A report by its id. */
export const errorReportOf = maybeOne<ErrorReport>(
  "error_report_of",
  `select ${REPORT} from ${FROM} where report_id = $1`,
);

/** Locks a report until the transaction ends. */
export const lockErrorReport = maybeOne<{ readonly reportId: string }>(
  "lock_error_report",
  `select report_id as "reportId" from catalogue.error_report where report_id = $1 for update`,
);

/** A page of reports, the newest first, before one; in a state, of a product. */
export const pageOfErrorReports = many<ErrorReport>(
  "page_of_error_reports",
  `select ${REPORT} from ${FROM}
    where ($1 = '' or report_id < $1) and ($2::text is null or state = $2)
      and ($3::text is null or report.sku = $3)
    order by report_id desc
    limit $4`,
);

/** Closes an open report. Zero: it is closed. */
export const closeReport = effect(
  "close_error_report",
  `update catalogue.error_report set state = $2, answer = $3, closed_at = $4, closed_by = $5
    where report_id = $1 and state = 'open'`,
);
