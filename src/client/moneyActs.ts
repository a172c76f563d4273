import type { returnCodes } from "../commerce/index.ts";
import type {
  agreeAutoRenewal,
  answerTransfer,
  askTransfer,
  cancelAutoRenewal,
  cancelContract,
  listTransfers,
  readTransfer,
  showRenewals,
  withdrawTransfer,
} from "../contracts/index.ts";
import type {
  approveCapture,
  approveRefund,
  askRefund,
  assignCredit,
  bookCredits,
  captureHold,
  endDispute,
  endReconcileMode,
  listAccountPostings,
  listAccounts,
  listBalances,
  listCharges,
  listCredits,
  listDifferences,
  listDisputes,
  listEarningCurves,
  listHolds,
  listPostings,
  listReceivables,
  listReconciliations,
  listRefunds,
  listReportLines,
  listReports,
  listSales,
  listTariffs,
  listTies,
  openDispute,
  payoutBalance,
  refundHold,
  releaseHold,
  remindHold,
  repayRefund,
  returnCredit,
  setEarningCurve,
  setTariff,
  settleDifference,
  showCharge,
  showDifference,
  showDispute,
  showEarnings,
  showHold,
  showReconciliation,
  showRefund,
  showStatus,
  startReconcileMode,
  takeReport,
} from "../money/index.ts";

/** What moves money, and what shows where it is. */
export interface MoneyActs {
  readonly listCharges: typeof listCharges;
  readonly showCharge: typeof showCharge;
  readonly bookCredits: typeof bookCredits;
  readonly assignCredit: typeof assignCredit;
  readonly listCredits: typeof listCredits;
  readonly listReceivables: typeof listReceivables;

  readonly listRefunds: typeof listRefunds;
  readonly showRefund: typeof showRefund;
  readonly askRefund: typeof askRefund;
  readonly approveRefund: typeof approveRefund;
  readonly repayRefund: typeof repayRefund;
  readonly refundHold: typeof refundHold;
  readonly listBalances: typeof listBalances;
  readonly payoutBalance: typeof payoutBalance;
  readonly returnCredit: typeof returnCredit;

  readonly listDisputes: typeof listDisputes;
  readonly showDispute: typeof showDispute;
  readonly openDispute: typeof openDispute;
  readonly endDispute: typeof endDispute;

  readonly listHolds: typeof listHolds;
  readonly showHold: typeof showHold;
  readonly releaseHold: typeof releaseHold;
  readonly approveCapture: typeof approveCapture;
  readonly captureHold: typeof captureHold;
  readonly remindHold: typeof remindHold;

  readonly listAccounts: typeof listAccounts;
  readonly listAccountPostings: typeof listAccountPostings;
  readonly listPostings: typeof listPostings;
  readonly listSales: typeof listSales;
  readonly showEarnings: typeof showEarnings;
  readonly listEarningCurves: typeof listEarningCurves;
  readonly setEarningCurve: typeof setEarningCurve;

  readonly takeReport: typeof takeReport;
  readonly listReports: typeof listReports;
  readonly listReportLines: typeof listReportLines;
  readonly listTariffs: typeof listTariffs;
  readonly setTariff: typeof setTariff;
  readonly listReconciliations: typeof listReconciliations;
  readonly showReconciliation: typeof showReconciliation;
  readonly listDifferences: typeof listDifferences;
  readonly showDifference: typeof showDifference;
  readonly settleDifference: typeof settleDifference;
  readonly listTies: typeof listTies;
  readonly showStatus: typeof showStatus;
  readonly startReconcileMode: typeof startReconcileMode;
  readonly endReconcileMode: typeof endReconcileMode;

  readonly cancelContract: typeof cancelContract;
  readonly returnCodes: typeof returnCodes;
  readonly showRenewals: typeof showRenewals;
  readonly agreeAutoRenewal: typeof agreeAutoRenewal;
  readonly cancelAutoRenewal: typeof cancelAutoRenewal;
  readonly askTransfer: typeof askTransfer;
  readonly answerTransfer: typeof answerTransfer;
  readonly withdrawTransfer: typeof withdrawTransfer;
  readonly showTransfer: typeof readTransfer;
  readonly listTransfers: typeof listTransfers;
}
