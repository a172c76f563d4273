import type { Module } from "../platform/index.ts";
import { listCategories } from "./categories/index.ts";
import { closeErrorReport } from "./closeErrorReport/closeErrorReport.ts";
import { listErrorReports } from "./errorReports/index.ts";
import { packedTerms } from "./packedTerms.ts";
import { reportError } from "./reportError/reportError.ts";
import { listProducts, showProduct } from "./shelf/index.ts";
import { showTerms } from "./showTerms.ts";
import { listSimilar } from "./similar/index.ts";

export {
  closeErrorReport,
  listCategories,
  listErrorReports,
  listProducts,
  listSimilar,
  reportError,
  showProduct,
  showTerms,
};

/** What may be asked of products by whoever looks at them, and what they report of them. */
export const shelfRoutes: NonNullable<Module["routes"]> = [
  ...[listProducts, showProduct, listSimilar, listCategories, showTerms, packedTerms],
  ...[reportError, listErrorReports, closeErrorReport],
];
