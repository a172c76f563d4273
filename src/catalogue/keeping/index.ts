export {
  codeSupplies,
  type FeedField,
  feedFields,
  type KeptProduct,
  KeptProductView,
  keptProductView,
  OfferTerms,
  Sheet,
  SkuParams,
} from "./keptProduct.ts";
export {
  forgetFeedDigests,
  insertKeptProduct,
  keepField,
  keptProductOf,
  lockKeptProduct,
  saveOffer,
  touchProduct,
  updateKeptProduct,
} from "./keptProductStore.ts";
export { listKeptProducts } from "./listKeptProducts.ts";
export { listProductHistory } from "./listProductHistory.ts";
export { showKeptProduct } from "./showKeptProduct.ts";
