import type { ToolActs } from "./toolActs.ts";

/** Where the acts and reads that resellers work with beside their orders are served. */
export const toolRoutes = {
  makeCodeFile: "POST /v1/orders/{id}/code-file",
  listSoldCodes: "GET /v1/codes",
  showSoldCode: "GET /v1/codes/{id}",
  voidSoldCodes: "POST /v1/codes/void",
  askEligibility: "POST /v1/eligibility",
  activateMany: "POST /v1/activations/bulk",
  listShops: "GET /v1/shops",
  addShop: "POST /v1/shops",
  changeShop: "POST /v1/shops/{id}/settings",
  testShop: "POST /v1/shops/{id}/test",
  listShopMessages: "GET /v1/shops/{id}/messages",
  retryShopMessage: "POST /v1/shops/{id}/messages/{message}/retry",
} as const satisfies { [Name in keyof ToolActs]: ToolActs[Name]["route"] };
