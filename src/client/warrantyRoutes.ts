import type { WarrantyActs } from "./warrantyActs.ts";

/** Where the acts and reads about warranties and recoveries are served. */
export const warrantyRoutes = {
  showWarranty: "GET /v1/devices/{id}/warranty",
  tellWarranty: "POST /v1/devices/{id}/warranty",
  previewWarranty: "POST /v1/devices/{id}/warranty/preview",
  listWarrantyRules: "GET /v1/warranty-rules",
  setWarrantyRules: "PUT /v1/warranty-rules",
  listRecoveries: "GET /v1/recoveries",
  showRecovery: "GET /v1/recoveries/{id}",
  showPack: "GET /v1/recoveries/{id}/pack",
  sendRecovery: "POST /v1/recoveries/{id}/sending",
  answerRecovery: "POST /v1/recoveries/{id}/answer",
  settleRecoveries: "POST /v1/recovery-payments",
  listAgreements: "GET /v1/recovery-agreements",
  setAgreement: "PUT /v1/recovery-agreements",
} as const satisfies { [Name in keyof WarrantyActs]: WarrantyActs[Name]["route"] };
