import type { DeskActs } from "./deskActs.ts";

/** Where what stands from the scan at the intake to the quote is served. */
export const deskRoutes = {
  findArrival: "GET /v1/arrivals",
  reportMismatch: "POST /v1/claims/{id}/mismatch",
  answerQuestion: "POST /v1/claims/{id}/question/answer",
  withdrawQuestion: "POST /v1/claims/{id}/question/withdrawal",
  placeBin: "POST /v1/claims/{id}/bin",
  keepStray: "POST /v1/strays",
  listStrays: "GET /v1/strays",
  matchStray: "POST /v1/strays/{id}/match",
  returnStray: "POST /v1/strays/{id}/return",
  listBenchCodes: "GET /v1/bench-codes",
  setBenchCodes: "PUT /v1/bench-codes",
  listBenchPrices: "GET /v1/bench-prices",
  addPrice: "POST /v1/bench-prices",
  makeQuote: "POST /v1/claims/{id}/quote",
  listQuotes: "GET /v1/claims/{id}/quotes",
  searchAnything: "POST /v1/search",
  showMyDay: "GET /v1/my-day",
  waiveSendBack: "POST /v1/claims/{id}/send-back-waiver",
  takeBackWaiver: "POST /v1/claims/{id}/send-back-waiver/withdrawal",
} as const satisfies { [Name in keyof DeskActs]: DeskActs[Name]["route"] };
