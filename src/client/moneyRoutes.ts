import type { MoneyActs } from "./moneyActs.ts";

/** Where what moves money is served. */
export const moneyRoutes = {
  listCharges: "GET /v1/charges",
  showCharge: "GET /v1/charges/{id}",
  bookCredits: "POST /v1/bank-credits",
  assignCredit: "POST /v1/bank-credits/{id}/assignment",
  listCredits: "GET /v1/bank-credits",
  listReceivables: "GET /v1/receivables",

  listRefunds: "GET /v1/refunds",
  showRefund: "GET /v1/refunds/{id}",
  askRefund: "POST /v1/refunds",
  approveRefund: "POST /v1/refunds/{id}/approval",
  repayRefund: "POST /v1/refunds/{id}/payment",

  listDisputes: "GET /v1/disputes",
  showDispute: "GET /v1/disputes/{id}",
  openDispute: "POST /v1/disputes",
  endDispute: "POST /v1/disputes/{id}/outcome",

  listHolds: "GET /v1/holds",
  showHold: "GET /v1/holds/{id}",
  releaseHold: "POST /v1/holds/{id}/release",
  captureHold: "POST /v1/holds/{id}/capture",
  remindHold: "POST /v1/holds/{id}/reminder",

  listAccounts: "GET /v1/ledger/accounts",
  listAccountPostings: "GET /v1/ledger/accounts/{id}/postings",
  listPostings: "GET /v1/ledger/postings",
  listSales: "GET /v1/sales",
  showEarnings: "GET /v1/earnings",
  listEarningCurves: "GET /v1/earning-curves",
  setEarningCurve: "POST /v1/earning-curves",

  takeReport: "POST /v1/reports",
  listReports: "GET /v1/reports",
  setTariff: "POST /v1/tariffs",
  listReconciliations: "GET /v1/reconciliations",
  showReconciliation: "GET /v1/reconciliations/{id}",
  listDifferences: "GET /v1/differences",
  settleDifference: "POST /v1/differences/{id}/settlement",
  listTies: "GET /v1/ties",
  showStatus: "GET /v1/status",
  startReconcileMode: "POST /v1/reconcile-mode",
  endReconcileMode: "POST /v1/reconcile-mode/end",

  cancelContract: "POST /v1/contracts/{id}/cancellation",
  returnCodes: "POST /v1/orders/{id}/return",
  showRenewals: "GET /v1/contracts/{id}/renewals",
  agreeAutoRenewal: "POST /v1/contracts/{id}/auto-renewal",
  cancelAutoRenewal: "POST /v1/contracts/{id}/auto-renewal/cancellation",
  askTransfer: "POST /v1/contracts/{id}/transfer",
  answerTransfer: "POST /v1/transfers/{id}/answer",
  withdrawTransfer: "POST /v1/transfers/{id}/withdrawal",
  showTransfer: "GET /v1/transfers/{id}",
  listTransfers: "GET /v1/transfers",
} as const satisfies { readonly [Name in keyof MoneyActs]: `GET /${string}` | `POST /${string}` };
