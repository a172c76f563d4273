import type { PoolActs } from "./poolActs.ts";

/** Where the acts and reads of the spare pool are served. */
export const poolRoutes = {
  takeInUnits: "POST /v1/spare-units",
  listUnits: "GET /v1/spare-units",
  showUnit: "GET /v1/spare-units/{serial}",
  moveUnits: "POST /v1/spare-units/moves",
  sortUnit: "POST /v1/spare-units/{serial}/sorting",
  countStock: "POST /v1/stock-takes",
  listStock: "GET /v1/stock",
  listWaits: "GET /v1/unit-waits",
  setSuccessors: "PUT /v1/successors/{model}",
  reserveUnit: "POST /v1/claims/{id}/reservation",
  reverseSwap: "POST /v1/claims/{id}/replacement/reversal",
  showReplacement: "GET /v1/claims/{id}/replacement",
} as const satisfies { [Name in keyof PoolActs]: PoolActs[Name]["route"] };
