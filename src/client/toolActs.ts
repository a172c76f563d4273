import type {
  activateMany,
  addShop,
  askEligibility,
  changeShop,
  listShopMessages,
  listShops,
  listSoldCodes,
  makeCodeFile,
  retryShopMessage,
  showSoldCode,
  testShop,
  voidSoldCodes,
} from "../commerce/index.ts";

/** The acts and reads that resellers work with beside their orders, by the names they have here. */
export interface ToolActs {
  readonly makeCodeFile: typeof makeCodeFile;
  readonly listSoldCodes: typeof listSoldCodes;
  readonly showSoldCode: typeof showSoldCode;
  readonly voidSoldCodes: typeof voidSoldCodes;
  readonly askEligibility: typeof askEligibility;
  readonly activateMany: typeof activateMany;
  readonly listShops: typeof listShops;
  readonly addShop: typeof addShop;
  readonly changeShop: typeof changeShop;
  readonly testShop: typeof testShop;
  readonly listShopMessages: typeof listShopMessages;
  readonly retryShopMessage: typeof retryShopMessage;
}
