export { addPrice } from "./addPrice.ts";
export { listBenchPrices } from "./listPrices.ts";
export {
  type BenchPrice,
  type PriceAsked,
  PriceSchema,
  type PriceView,
  priceOfItem,
  sendBackPrice,
  taxOn,
} from "./price.ts";
export { heldPrices } from "./priceStore.ts";
