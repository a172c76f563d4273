import type {
  addShop,
  changeShop,
  listShopMessages,
  listShops,
  makeCodeFile,
  retryShopMessage,
  testShop,
} from "../commerce/index.ts";

/** The acts and reads that resellers work with beside their orders, by the names they have here. */
export interface ToolActs {
  readonly makeCodeFile: typeof makeCodeFile;
  readonly listShops: typeof listShops;
  readonly addShop: typeof addShop;
  readonly changeShop: typeof changeShop;
  readonly testShop: typeof testShop;
  readonly listShopMessages: typeof listShopMessages;
  readonly retryShopMessage: typeof retryShopMessage;
}
