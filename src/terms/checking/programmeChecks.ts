import type { TermsDocument } from "../document.ts";
import type { Report } from "../reading/report.ts";
import { checkAmounts } from "./checkAmounts.ts";
import { checkExceptions } from "./checkExceptions.ts";
import { checkFees } from "./checkFees.ts";
import { checkHolds } from "./checkHolds.ts";
import { checkLimits } from "./checkLimits.ts";
import { checkPeriods } from "./checkPeriods.ts";
import { checkReach } from "./checkReach.ts";
import { checkRenewals } from "./checkRenewals.ts";
import { checkRoutes } from "./checkRoutes.ts";
import { checkText } from "./checkText.ts";
import { checkWindows } from "./checkWindows.ts";

/** What a version of a programme is looked at for, one check after the other. */
export const programmeChecks: readonly ((document: TermsDocument, report: Report) => void)[] = [
  checkText,
  checkWindows,
  checkPeriods,
  checkRoutes,
  checkReach,
  checkExceptions,
  checkLimits,
  checkFees,
  checkAmounts,
  checkRenewals,
  checkHolds,
];
