import type { ResellerActs } from "./resellerActs.ts";

/** Where the acts and reads about resellers are served. */
export const resellerRoutes = {
  listResellers: "GET /v1/resellers",
  showReseller: "GET /v1/resellers/{id}",
  addReseller: "POST /v1/resellers",
  editReseller: "PUT /v1/resellers/{id}",
  suspendReseller: "POST /v1/resellers/{id}/suspension",
  resumeReseller: "POST /v1/resellers/{id}/resumption",
  endReseller: "POST /v1/resellers/{id}/end",
  payOutReseller: "POST /v1/resellers/{id}/payout",
  listCorrections: "GET /v1/resellers/{id}/corrections",
  askBalanceCorrection: "POST /v1/resellers/{id}/corrections",
  answerBalanceCorrection: "POST /v1/resellers/{id}/corrections/{no}/answer",
  topUpBalance: "POST /v1/resellers/{id}/top-ups",
  showStatement: "GET /v1/resellers/{id}/statements",
  listTeam: "GET /v1/resellers/{id}/team",
  keepTeamMember: "POST /v1/resellers/{id}/team",
  removeFromTeam: "DELETE /v1/resellers/{id}/team/{email}",
  listTeamKeys: "GET /v1/resellers/{id}/keys",
  createTeamKey: "POST /v1/resellers/{id}/keys",
  revokeTeamKey: "POST /v1/resellers/{id}/keys/{key}/revocation",
} as const satisfies { [Name in keyof ResellerActs]: ResellerActs[Name]["route"] };
