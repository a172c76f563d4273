import type { ReviewActs } from "./reviewActs.ts";

/** Where overrides, appeals and signals are served. */
export const reviewRoutes = {
  overrideClaim: "POST /v1/claims/{id}/override",
  settleOverride: "POST /v1/overrides/{id}/decision",
  analyseFlight: "POST /v1/claims/{id}/analysis",
  listOverrides: "GET /v1/overrides",
  appealClaim: "POST /v1/claims/{id}/appeal",
  settleAppeal: "POST /v1/appeals/{id}/decision",
  withdrawAppeal: "POST /v1/appeals/{id}/withdrawal",
  listAppeals: "GET /v1/appeals",
  listClaimAppeals: "GET /v1/claims/{id}/appeals",
  showAppeal: "GET /v1/appeals/{id}",
  listSignals: "GET /v1/claims/{id}/signals",
  seeSignal: "POST /v1/claims/{id}/signals/{no}/seen",
  recordActivity: "POST /v1/claims/{id}/activity",
} as const satisfies { [Name in keyof ReviewActs]: ReviewActs[Name]["route"] };
