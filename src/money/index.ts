import type { DeadlineKind, Job, Module } from "../platform/index.ts";
import { ASK, askedAttempt } from "./attempts/ask.ts";
import { matchCredit } from "./bank/index.ts";
import { followEvent } from "./followEvent.ts";
import { holdDue } from "./holds/index.ts";
import { earnSales, monthEnds } from "./ledger/index.ts";
import { reactions } from "./reactions.ts";
import { nights } from "./reconciliationRoutes.ts";
import { refundFallsDue, refundWarns } from "./refunds/index.ts";
import { lockResellerRoot } from "./resellerAccounts/index.ts";
import { resolvePayment } from "./resolvePayment.ts";
import { routes } from "./routes.ts";
import { tellTestMessage, testBankTells } from "./tellTestMessage.ts";

export { cancelCharge } from "./cancelCharge/cancelCharge.ts";
export {
  CardSchema,
  type CardView,
  cardView,
  forgetCard,
  type KeptCard,
  keepCard,
  keptCardMethod,
  keptCardOf,
  settleCard,
} from "./cards/index.ts";
export {
  type Charge,
  ChargeSchema,
  type ChargeView,
  chargeView,
  PaymentBody,
  type Purpose,
} from "./charge.ts";
export { createCharge, type NewCharge } from "./createCharge.ts";
export {
  bookLostDispute,
  type Dispute,
  disputeOf,
  lostUnsettled,
  noteProviderDispute,
  type ProviderDispute,
} from "./disputes/index.ts";
export { approveCapture, captureHold, listHolds, releaseHold, remindHold, showHold } from "./holdRoutes.ts";
export {
  captureFrom,
  coverAt,
  giveUpHold,
  type Hold,
  HoldSchema,
  type HoldView,
  holdOf,
  holdOfSubject,
  holdStates,
  holdView,
  isFinal,
  isHoldAnswered,
  type ReturnAnswer,
  tellHold,
  tryCard,
  wantHold,
} from "./holds/index.ts";
export {
  beginEarning,
  bookHandOver,
  type ChargeLine,
  GOODS,
  type Goods,
  type GoodsFrom,
  goodsOf,
  type HandOver,
  lapseSales,
  listAccountPostings,
  listAccounts,
  listEarningCurves,
  listPostings,
  listSales,
  piecesLeft,
  type Sale,
  saleOf,
  salesOf,
  setEarningCurve,
  showEarnings,
} from "./ledger/index.ts";
export { moneyPlugin } from "./moneyPlugin.ts";
export {
  assignCredit,
  bookCredits,
  listCharges,
  listCredits,
  listReceivables,
  showCharge,
} from "./paymentRoutes.ts";
export { methods, methodsThatKeep } from "./providers/index.ts";
export { type PaidCharge, paidOfRoots, refundsOfRoots } from "./receipts/paidStore.ts";
export { isReconciling, lockToldParcel, lookAtWorld, refuseUnmatched } from "./reconcileMode/index.ts";
export type {
  CodesAsked,
  CodesSold,
  CodeTie,
  ModeStatus,
  ParcelsAsked,
  SentParcel,
  Witness,
} from "./reconciliation/index.ts";
export {
  listDifferences,
  listReconciliations,
  listReportLines,
  listReports,
  listTariffs,
  listTies,
  showDifference,
  showReconciliation,
  showStatus,
  statusNow,
} from "./reconciliation/index.ts";
export {
  endReconcileMode,
  endReconcileModeBy,
  setTariff,
  settleDifference,
  startReconcileMode,
  startReconcileModeBy,
  takeReport,
} from "./reconciliationRoutes.ts";
export {
  type BookedRecovery,
  balancesOfSuppliers,
  bookRecovery,
  type SupplierBalance,
  takeSupplierPayment,
  writeOffRecovery,
} from "./recoveries/index.ts";
export {
  approveRefund,
  askRefund,
  endDispute,
  listBalances,
  listDisputes,
  listRefunds,
  openDispute,
  payoutBalance,
  refundHold,
  repayRefund,
  returnCredit,
  showDispute,
  showRefund,
} from "./refundRoutes.ts";
export {
  type GoodsRefund,
  type GoodsWanted,
  leftOf,
  type NewRefund,
  payOutAccount,
  type Refund,
  type RefundableSale,
  RefundSchema,
  type RefundView,
  refundGoods,
  refundId,
  refundOf,
  refundView,
  requestRefund,
  saleOfContract,
  salesOfCharge,
  unsettledOf,
} from "./refunds/index.ts";
export {
  accountsOf as resellerAccountsOf,
  askCorrection,
  availableOf,
  balanceAccount,
  type Correction,
  changeResellerAccount,
  correctionOf,
  correctionStates,
  correctionsOf,
  endBalanceCorrection,
  lockResellerRoot,
  movesBefore,
  movesOfMonth,
  openResellerAccount,
  type ResellerAccount,
  type StatementMove,
} from "./resellerAccounts/index.ts";
export { settlePayment } from "./settlePayment.ts";
export { startPayment } from "./startPayment/startPayment.ts";
export { chargeOf, chargesOf } from "./store.ts";

/** A try that is still open when its time comes is asked about; the answer sets the next time. */
const askAgain: DeadlineKind = {
  kind: ASK,
  run: async (tx, { rootId, key }) => tx.enqueue(resolvePayment, askedAttempt(rootId, key)),
};

/** What people owe and what providers took. */
export const money: Module = {
  name: "money",
  routes,
  jobs: [
    earnSales as unknown as Job<never>,
    followEvent as unknown as Job<never>,
    matchCredit as unknown as Job<never>,
    resolvePayment as unknown as Job<never>,
    tellTestMessage as unknown as Job<never>,
    ...nights.jobs,
  ],
  reactions,
  lockSeldomRoot: lockResellerRoot,
  deadlines: [holdDue, askAgain, monthEnds, testBankTells, refundWarns, refundFallsDue, ...nights.deadlines],
};
