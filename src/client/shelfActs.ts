import type {
  addCustomerGroup,
  addFeed,
  addImportPart,
  addModel,
  addProduct,
  addSupplier,
  closeErrorReport,
  listCategories,
  listCustomerGroups,
  listErrorReports,
  listFeeds,
  listImportRefusals,
  listImports,
  listKeptProducts,
  listModels,
  listPrices,
  listProductHistory,
  listSimilar,
  listSuppliers,
  openImport,
  reportError,
  reviseFeed,
  reviseModel,
  reviseProduct,
  reviseSupplier,
  runFeed,
  setOffer,
  setPrices,
  showFeed,
  showImport,
  showKeptProduct,
  startImport,
  stopImport,
} from "../catalogue/index.ts";

/** The acts and reads about products, suppliers and their files, by the names they have here. */
export interface ShelfActs {
  readonly listSuppliers: typeof listSuppliers;
  readonly addSupplier: typeof addSupplier;
  readonly listImports: typeof listImports;
  readonly showImport: typeof showImport;
  readonly listImportRefusals: typeof listImportRefusals;
  readonly openImport: typeof openImport;
  readonly addImportPart: typeof addImportPart;
  readonly startImport: typeof startImport;
  readonly stopImport: typeof stopImport;
  readonly listCategories: typeof listCategories;
  readonly listSimilar: typeof listSimilar;
  readonly reportError: typeof reportError;
  readonly listErrorReports: typeof listErrorReports;
  readonly closeErrorReport: typeof closeErrorReport;
  readonly listKeptProducts: typeof listKeptProducts;
  readonly showKeptProduct: typeof showKeptProduct;
  readonly addProduct: typeof addProduct;
  readonly reviseProduct: typeof reviseProduct;
  readonly setOffer: typeof setOffer;
  readonly setPrices: typeof setPrices;
  readonly listPrices: typeof listPrices;
  readonly listProductHistory: typeof listProductHistory;
  readonly listCustomerGroups: typeof listCustomerGroups;
  readonly addCustomerGroup: typeof addCustomerGroup;
  readonly listModels: typeof listModels;
  readonly addModel: typeof addModel;
  readonly reviseModel: typeof reviseModel;
  readonly reviseSupplier: typeof reviseSupplier;
  readonly listFeeds: typeof listFeeds;
  readonly showFeed: typeof showFeed;
  readonly addFeed: typeof addFeed;
  readonly reviseFeed: typeof reviseFeed;
  readonly runFeed: typeof runFeed;
}
