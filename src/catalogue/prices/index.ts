export { listPrices } from "./listPrices.ts";
export { PriceListView, Tier } from "./priceListView.ts";
export { deletePlannedList, insertPriceList, tierRows } from "./priceStore.ts";
