import type { Module } from "../platform/index.ts";
import { holdRoutes } from "./holdRoutes.ts";
import {
  listAccountPostings,
  listAccounts,
  listEarningCurves,
  listPostings,
  listSales,
  setEarningCurve,
  showEarnings,
} from "./ledger/index.ts";
import { paymentRoutes } from "./paymentRoutes.ts";
import { reconciliationRoutes } from "./reconciliationRoutes.ts";
import { refundRoutes } from "./refundRoutes.ts";

/** All that may be asked of money from outside. */
export const routes: Module["routes"] = [
  listAccounts,
  listAccountPostings,
  listPostings,
  listSales,
  showEarnings,
  setEarningCurve,
  listEarningCurves,
  ...refundRoutes,
  ...reconciliationRoutes,
  ...paymentRoutes,
  ...holdRoutes,
];
