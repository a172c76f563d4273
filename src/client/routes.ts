import type { Acts } from "./acts.ts";
import { caseRoutes } from "./caseRoutes.ts";
import { centreRoutes } from "./centreRoutes.ts";
import { moneyRoutes } from "./moneyRoutes.ts";
import { orderRoutes } from "./orderRoutes.ts";
import { shelfRoutes } from "./shelfRoutes.ts";
import { toolRoutes } from "./toolRoutes.ts";

/** Where each act and read is served. */
export const routes = {
  listProducts: "GET /v1/products",
  showProduct: "GET /v1/products/{sku}",
  showTerms: "GET /v1/terms/{programme}",
  packedTerms: "GET /v1/terms/{programme}/pack",

  checkCode: "POST /v1/codes/check",
  activateContract: "POST /v1/activations",
  renewContract: "POST /v1/contracts/{id}/renewal",
  askCoverage: "GET /v1/coverage/{serial}",
  listContracts: "GET /v1/contracts",
  showContract: "GET /v1/contracts/{id}",
  showDevice: "GET /v1/devices/{id}",

  listLetters: "GET /v1/letters",
  sendAgain: "POST /v1/letters/{id}/sending",

  createKey: "POST /v1/keys",
  listKeys: "GET /v1/keys",
  revokeKey: "POST /v1/keys/{id}/revocation",

  ...caseRoutes,
  ...centreRoutes,
  ...moneyRoutes,
  ...orderRoutes,
  ...shelfRoutes,
  ...toolRoutes,

  listEvents: "GET /v1/events",
} as const satisfies { readonly [Name in keyof Acts]: `${"GET" | "POST" | "PUT" | "DELETE"} /${string}` };
