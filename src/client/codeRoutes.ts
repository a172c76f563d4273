import type { CodeActs } from "./codeActs.ts";

/** Where the acts and reads about batches of codes are served. */
export const codeRoutes = {
  listBatches: "GET /v1/code-batches",
  showBatch: "GET /v1/code-batches/{id}",
  askBatch: "POST /v1/code-batches",
  releaseBatch: "POST /v1/code-batches/{id}/release",
  declineBatch: "POST /v1/code-batches/{id}/decline",
  voidBatch: "POST /v1/code-batches/{id}/void",
  resendCodes: "POST /v1/orders/{id}/codes/resend",
  reissueCode: "POST /v1/codes/{id}/reissue",
  listSettlement: "GET /v1/code-settlement",
  listSettledCodes: "GET /v1/code-settlement/codes",
} as const satisfies { [Name in keyof CodeActs]: CodeActs[Name]["route"] };
