import type { Job, Module } from "../platform/index.ts";
import { feedDue, feedReactions, fetchFeed, noteFeedRead } from "./feeds/index.ts";
import { runImport } from "./imports/index.ts";
import { productRoutes } from "./productRoutes.ts";
import { shelfRoutes } from "./shelfRoutes.ts";
import { supplierRoutes } from "./supplierRoutes.ts";

export { groupChain } from "./customerGroups/index.ts";
export { exportPlugin } from "./exports/index.ts";
export { watchFeeds } from "./feeds/index.ts";
export { type Asker, heldRows } from "./heldRows.ts";
export { importFile, type SupplierProduct } from "./imports/index.ts";
export { loadSeed } from "./loadSeed.ts";
export { type Model, modelNamed, modelOf } from "./model.ts";
export { packedTerms, packOf, type TermsPack } from "./packedTerms.ts";
export { PlanView, planFacts, planView } from "./planView.ts";
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
export {
  addCustomerGroup,
  addModel,
  addProduct,
  listCustomerGroups,
  listKeptProducts,
  listModels,
  listPrices,
  listProductHistory,
  reviseModel,
  reviseProduct,
  setOffer,
  setPrices,
  showKeptProduct,
} from "./productRoutes.ts";
export { promisedOn } from "./promisedOn.ts";
export { publishProgrammes } from "./publishProgrammes.ts";
export { refusedOffer } from "./refusedOffer.ts";
export { rootOf } from "./rootOf.ts";
export { type DescribedProduct, type StructuredData, structuredData } from "./shelf/index.ts";
export {
  closeErrorReport,
  listCategories,
  listErrorReports,
  listProducts,
  listSimilar,
  reportError,
  showProduct,
  showTerms,
} from "./shelfRoutes.ts";
export { giveBackStock, type Pieces, type Short, takeStock, tellStock } from "./stock/index.ts";
export {
  addFeed,
  addImportPart,
  addSupplier,
  listFeeds,
  listImportRefusals,
  listImports,
  listSuppliers,
  openImport,
  reviseFeed,
  reviseSupplier,
  runFeed,
  showFeed,
  showImport,
  startImport,
  stopImport,
} from "./supplierRoutes.ts";
export { supplierOf as supplierNamed } from "./suppliers/index.ts";
export {
  TAX_KINDS,
  type Taxed,
  type TaxKind,
  type TaxRate,
  taxBetween,
  taxRateOf,
  taxWithin,
} from "./taxRate.ts";
export { documentInForce, movesOf, termsBinding, termsInForce, termsOf, waitsOf } from "./termsInForce.ts";
export { unitPrice } from "./unitPrice.ts";
export type { Wait } from "./waitsIn.ts";

/** What is sold, for what, at what price, under which terms. */
export const catalogue: Module = {
  name: "catalogue",
  routes: [...shelfRoutes, ...productRoutes, ...supplierRoutes],
  jobs: [runImport, fetchFeed, noteFeedRead] as unknown as readonly Job<never>[],
  reactions: feedReactions,
  deadlines: [feedDue],
};
