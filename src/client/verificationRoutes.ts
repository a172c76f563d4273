import type { VerificationActs } from "./verificationActs.ts";

/** Where late enrolment is served. */
export const verificationRoutes = {
  askVerification: "POST /v1/verifications",
  listVerifications: "GET /v1/verifications",
  showVerification: "GET /v1/verifications/{id}",
  submitVerification: "POST /v1/verifications/{id}/submission",
  receiveVerification: "POST /v1/verifications/{id}/arrival",
  answerVerification: "POST /v1/verifications/{id}/decision",
  withdrawVerification: "POST /v1/verifications/{id}/withdrawal",
  withdrawClip: "POST /v1/verifications/{id}/evidence/{no}/withdrawal",
} as const satisfies { [Name in keyof VerificationActs]: VerificationActs[Name]["route"] };
