import type {
  addReseller,
  answerBalanceCorrection,
  askBalanceCorrection,
  createTeamKey,
  editReseller,
  endReseller,
  keepTeamMember,
  listCorrections,
  listResellers,
  listTeam,
  listTeamKeys,
  payOutReseller,
  removeFromTeam,
  resumeReseller,
  revokeTeamKey,
  showReseller,
  showStatement,
  suspendReseller,
  topUpBalance,
} from "../commerce/index.ts";

/** The acts and reads about resellers, by the names they have here. */
export interface ResellerActs {
  readonly listResellers: typeof listResellers;
  readonly showReseller: typeof showReseller;
  readonly addReseller: typeof addReseller;
  readonly editReseller: typeof editReseller;
  readonly suspendReseller: typeof suspendReseller;
  readonly resumeReseller: typeof resumeReseller;
  readonly endReseller: typeof endReseller;
  readonly payOutReseller: typeof payOutReseller;
  readonly listCorrections: typeof listCorrections;
  readonly askBalanceCorrection: typeof askBalanceCorrection;
  readonly answerBalanceCorrection: typeof answerBalanceCorrection;
  readonly topUpBalance: typeof topUpBalance;
  readonly showStatement: typeof showStatement;
  readonly listTeam: typeof listTeam;
  readonly keepTeamMember: typeof keepTeamMember;
  readonly removeFromTeam: typeof removeFromTeam;
  readonly listTeamKeys: typeof listTeamKeys;
  readonly createTeamKey: typeof createTeamKey;
  readonly revokeTeamKey: typeof revokeTeamKey;
}
