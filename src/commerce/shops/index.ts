import type { Module } from "../../platform/index.ts";
import { addShop } from "./addShop/addShop.ts";
import { changeShop } from "./changeShop/changeShop.ts";
import { listShopMessages } from "./listShopMessages.ts";
import { listShops } from "./listShops.ts";

export { lostShopWork } from "./messageStore.ts";

import { retryShopMessage } from "./retryShopMessage/retryShopMessage.ts";
import { testShop } from "./testShop/testShop.ts";

export { saleOf } from "./shopStore.ts";
export { shopsPlugin } from "./shopsPlugin.ts";
export { addShop, changeShop, listShopMessages, listShops, retryShopMessage, testShop };

/** All that may be asked of shops elsewhere. Their messages come by `shopsPlugin`. */
export const shopRoutes: Module["routes"] = [
  ...[listShops, addShop, changeShop, testShop],
  ...[listShopMessages, retryShopMessage],
];
