import type { Module } from "../platform/index.ts";
import { approveRefund } from "./approveRefund/approveRefund.ts";
import { askRefund } from "./askRefund/askRefund.ts";
import { endDispute } from "./endDispute/endDispute.ts";
import { listDisputes } from "./listDisputes/listDisputes.ts";
import { listRefunds } from "./listRefunds/listRefunds.ts";
import { openDispute } from "./openDispute/openDispute.ts";
import { repayRefund } from "./repayRefund/repayRefund.ts";
import { showDispute } from "./showDispute/showDispute.ts";
import { showRefund } from "./showRefund/showRefund.ts";

export {
  approveRefund,
  askRefund,
  endDispute,
  listDisputes,
  listRefunds,
  openDispute,
  repayRefund,
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
  listDisputes,
  showDispute,
  openDispute,
  endDispute,
];
