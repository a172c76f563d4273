import type { PageRoute } from "../visit/visit.ts";
import {
  activateRoutes,
  askRoutes,
  caseRoutes,
  coverRoutes,
  deviceRoutes,
  giveBackRoutes,
  mailRoutes,
  orderRoutes,
  passOnRoutes,
  paymentRoutes,
  receiptRoutes,
  referenceRoutes,
  renewRoutes,
  reportRoutes,
  signInRoutes,
  termsRoutes,
} from "./index.ts";

/** Every page of the portal. */
export const pageRoutes: readonly PageRoute[] = [
  ...coverRoutes,
  ...askRoutes,
  ...activateRoutes,
  ...deviceRoutes,
  ...renewRoutes,
  ...giveBackRoutes,
  ...passOnRoutes,
  ...reportRoutes,
  ...caseRoutes,
  ...paymentRoutes,
  ...receiptRoutes,
  ...orderRoutes,
  ...signInRoutes,
  ...termsRoutes,
  ...mailRoutes,
  ...referenceRoutes,
];
