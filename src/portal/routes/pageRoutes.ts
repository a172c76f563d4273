import type { PageRoute } from "../visit/visit.ts";
import { activateRoutes } from "./activateRoutes.ts";
import { askRoutes } from "./askRoutes.ts";
import { caseRoutes } from "./caseRoutes.ts";
import { coverRoutes } from "./coverRoutes.ts";
import { deviceRoutes } from "./deviceRoutes.ts";
import { giveBackRoutes } from "./giveBackRoutes.ts";
import { mailRoutes } from "./mailRoutes.ts";
import { orderRoutes } from "./orderRoutes.ts";
import { passOnRoutes } from "./passOnRoutes.ts";
import { paymentRoutes } from "./paymentRoutes.ts";
import { receiptRoutes } from "./receiptRoutes.ts";
import { referenceRoutes } from "./referenceRoutes.ts";
import { renewRoutes } from "./renewRoutes.ts";
import { reportRoutes } from "./reportRoutes.ts";
import { signInRoutes } from "./signInRoutes.ts";
import { termsRoutes } from "./termsRoutes.ts";

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
