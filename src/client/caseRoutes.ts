import type { CaseActs } from "./caseActs.ts";
import { deskRoutes } from "./deskRoutes.ts";
import { messageRoutes } from "./messageRoutes.ts";
import { poolRoutes } from "./poolRoutes.ts";
import { reportRoutes } from "./reportRoutes.ts";
import { reviewRoutes } from "./reviewRoutes.ts";
import { verificationRoutes } from "./verificationRoutes.ts";
import { warrantyRoutes } from "./warrantyRoutes.ts";

/** Where the acts and reads about a case are served. */
export const caseRoutes = {
  openClaim: "POST /v1/claims",
  listClaims: "GET /v1/claims",
  showChoices: "GET /v1/claims/{id}/choices",
  showFacts: "GET /v1/claims/{id}/facts",
  chooseRoute: "POST /v1/claims/{id}/choice",
  payClaim: "POST /v1/claims/{id}/payment",
  cancelClaim: "POST /v1/claims/{id}/cancellation",
  closeClaim: "POST /v1/claims/{id}/closure",
  listCores: "GET /v1/core-returns",
  listEvidence: "GET /v1/claims/{id}/evidence",
  withdrawEvidence: "POST /v1/claims/{id}/evidence/{no}/withdrawal",
  shareEvidence: "POST /v1/claims/{id}/evidence/{no}/sharing",

  ...deskRoutes,
  ...messageRoutes,
  ...poolRoutes,
  ...reportRoutes,
  ...reviewRoutes,
  ...verificationRoutes,
  ...warrantyRoutes,
} as const satisfies { [Name in keyof CaseActs]: CaseActs[Name]["route"] };
