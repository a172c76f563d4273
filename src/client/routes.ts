import type { Acts } from "./acts.ts";
import { centreRoutes } from "./centreRoutes.ts";
import { codeRoutes } from "./codeRoutes.ts";
import { deliveryRoutes } from "./deliveryRoutes.ts";
import { invoiceRoutes } from "./invoiceRoutes.ts";
import { moneyRoutes } from "./moneyRoutes.ts";
import { resellerRoutes } from "./resellerRoutes.ts";
import { shelfRoutes } from "./shelfRoutes.ts";
import { toolRoutes } from "./toolRoutes.ts";

/** Where each act and read is served. */
export const routes = {
  listProducts: "GET /v1/products",
  showProduct: "GET /v1/products/{sku}",
  showTerms: "GET /v1/terms/{programme}",
  packedTerms: "GET /v1/terms/{programme}/pack",

  priceCart: "POST /v1/carts/prices",
  listDeliveryRules: "GET /v1/delivery-rules",
  setDeliveryRules: "PUT /v1/delivery-rules",
  placeOrder: "POST /v1/orders",
  payOrder: "POST /v1/orders/{id}/payment",
  cancelOrder: "POST /v1/orders/{id}/cancellation",
  revealCodes: "POST /v1/orders/{id}/codes",
  listOrders: "GET /v1/orders",
  showOrder: "GET /v1/orders/{id}",

  checkCode: "POST /v1/codes/check",
  activateContract: "POST /v1/activations",
  renewContract: "POST /v1/contracts/{id}/renewal",
  askCoverage: "GET /v1/coverage/{serial}",
  listContracts: "GET /v1/contracts",
  showContract: "GET /v1/contracts/{id}",
  showDevice: "GET /v1/devices/{id}",

  openClaim: "POST /v1/claims",
  listClaims: "GET /v1/claims",
  showChoices: "GET /v1/claims/{id}/choices",
  showFacts: "GET /v1/claims/{id}/facts",
  chooseRoute: "POST /v1/claims/{id}/choice",
  payClaim: "POST /v1/claims/{id}/payment",
  cancelClaim: "POST /v1/claims/{id}/cancellation",
  closeClaim: "POST /v1/claims/{id}/closure",
  listEvidence: "GET /v1/claims/{id}/evidence",
  withdrawEvidence: "POST /v1/claims/{id}/evidence/{no}/withdrawal",
  shareEvidence: "POST /v1/claims/{id}/evidence/{no}/sharing",

  listLetters: "GET /v1/letters",
  sendAgain: "POST /v1/letters/{id}/sending",

  createKey: "POST /v1/keys",
  listKeys: "GET /v1/keys",
  revokeKey: "POST /v1/keys/{id}/revocation",

  ...centreRoutes,
  ...invoiceRoutes,
  ...moneyRoutes,
  ...resellerRoutes,
  ...shelfRoutes,
  ...deliveryRoutes,
  ...codeRoutes,
  ...toolRoutes,

  listEvents: "GET /v1/events",
} as const satisfies { readonly [Name in keyof Acts]: `${"GET" | "POST" | "PUT" | "DELETE"} /${string}` };
