export { learnWords, writeFindings, writeFindingsAlone } from "./findingStore.ts";
export { forgetSearches } from "./heldSearches.ts";
export { listProducts } from "./listProducts.ts";
export { wordsQuery } from "./searchShelf.ts";
export { ProductView, soldAs } from "./shelfProduct.ts";
export { listed, type ShelfRow } from "./shelfRow.ts";
export { listedAt, shelfProduct } from "./shelfStore.ts";
export { showProduct } from "./showProduct.ts";
export {
  type DescribedFor,
  type DescribedProduct,
  type StructuredData,
  structuredData,
} from "./structuredData.ts";
export { withOwnPrices } from "./withOwnPrices.ts";
