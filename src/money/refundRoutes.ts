import type { Module } from "../platform/index.ts";
import { approveRefund } from "./approveRefund/approveRefund.ts";
import { askRefund } from "./askRefund/askRefund.ts";
import { endDispute } from "./endDispute/endDispute.ts";
import { listBalances } from "./listBalances/listBalances.ts";
import { listDisputes } from "./listDisputes/listDisputes.ts";
import { listRefunds } from "./listRefunds/listRefunds.ts";
import { openDispute } from "./openDispute/openDispute.ts";
import { payoutBalance } from "./payoutBalance/payoutBalance.ts";
import { refundHold } from "./refundHold/refundHold.ts";
import { repayRefund } from "./repayRefund/repayRefund.ts";
import { returnCredit } from "./returnCredit/returnCredit.ts";
import { showDispute } from "./showDispute/showDispute.ts";
import { showRefund } from "./showRefund/showRefund.ts";

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
};

/** All that may be asked of refunds and disputes from outside. */
export const refundRoutes: Module["routes"] = [
  listRefunds,
  showRefund,
  askRefund,
  approveRefund,
  repayRefund,
  refundHold,
  listBalances,
  payoutBalance,
  returnCredit,
  listDisputes,
  showDispute,
  openDispute,
  endDispute,
];
