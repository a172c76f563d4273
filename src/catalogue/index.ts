import type { Job, Module } from "../platform/index.ts";
import * as keepersActs from "./acts.ts";
import { addImportPart } from "./addImportPart/addImportPart.ts";
import { addSupplier } from "./addSupplier/addSupplier.ts";
import { feedDue, feedReactions, fetchFeed, noteFeedRead } from "./feeds/index.ts";
import { listImportRefusals, listImports, runImport, showImport } from "./imports/index.ts";
import { openImport } from "./openImport/openImport.ts";
import { packedTerms } from "./packedTerms.ts";
import { listProducts, showProduct } from "./shelf/index.ts";
import { showTerms } from "./showTerms.ts";
import { startImport } from "./startImport/startImport.ts";
import { stopImport } from "./stopImport/stopImport.ts";
import { listSuppliers } from "./suppliers/index.ts";

export {
  addCustomerGroup,
  addFeed,
  addModel,
  addProduct,
  closeErrorReport,
  listCategories,
  listCustomerGroups,
  listErrorReports,
  listFeeds,
  listKeptProducts,
  listModels,
  listPrices,
  listProductHistory,
  listSimilar,
  reportError,
  reviseFeed,
  reviseModel,
  reviseProduct,
  reviseSupplier,
  runFeed,
  setOffer,
  setPrices,
  showFeed,
  showKeptProduct,
} from "./acts.ts";
export { addImportPart } from "./addImportPart/addImportPart.ts";
export { addSupplier } from "./addSupplier/addSupplier.ts";
export { groupChain } from "./customerGroups/index.ts";
export { exportPlugin } from "./exports/index.ts";
export { watchFeeds } from "./feeds/index.ts";
export { type Asker, heldRows } from "./heldRows.ts";
export {
  importFile,
  listImportRefusals,
  listImports,
  type SupplierProduct,
  showImport,
} from "./imports/index.ts";
export { loadSeed } from "./loadSeed.ts";
export { type Model, modelNamed, modelOf } from "./model.ts";
export { openImport } from "./openImport/openImport.ts";
export { packedTerms, packOf, type TermsPack } from "./packedTerms.ts";
export { PlanView, planView } from "./planView.ts";
export {
  currenciesOf,
  type ListAsked,
  type Price,
  priceListOf,
  priceOf,
  RETAIL,
  tierFor,
  type UnitPrice,
} from "./price.ts";
export { type PriceIn, priceIn, taxDependsOn } from "./priceIn.ts";
export {
  type GoodsProduct,
  type Offer,
  type PlanProduct,
  type Product,
  planProductOf,
  productOf,
  productsOf,
  renewalProductOf,
} from "./product.ts";
export { promisedOn } from "./promisedOn.ts";
export { publishProgrammes } from "./publishProgrammes.ts";
export { refusedOffer } from "./refusedOffer.ts";
export {
  type DescribedProduct,
  listProducts,
  type StructuredData,
  showProduct,
  structuredData,
} from "./shelf/index.ts";
export { showTerms } from "./showTerms.ts";
export { startImport } from "./startImport/startImport.ts";
export { giveBackStock, type Pieces, type Short, takeStock, tellStock } from "./stock/index.ts";
export { stopImport } from "./stopImport/stopImport.ts";
export { listSuppliers, supplierOf as supplierNamed } from "./suppliers/index.ts";
export {
  TAX_KINDS,
  type Taxed,
  type TaxKind,
  type TaxRate,
  taxBetween,
  taxRateOf,
  taxWithin,
} from "./taxRate.ts";
export { documentInForce, termsBinding, termsInForce, termsOf, waitsOf } from "./termsInForce.ts";
export { unitPrice } from "./unitPrice.ts";
export type { Wait } from "./waitsIn.ts";

/** What is sold, for what, at what price, under which terms. */
export const catalogue: Module = {
  name: "catalogue",
  routes: [
    ...[listProducts, showProduct, showTerms, packedTerms, listSuppliers, addSupplier],
    ...[listImports, showImport, listImportRefusals, openImport, addImportPart, startImport, stopImport],
    ...Object.values(keepersActs),
  ],
  jobs: [runImport, fetchFeed, noteFeedRead] as unknown as readonly Job<never>[],
  reactions: feedReactions,
  deadlines: [feedDue],
};
