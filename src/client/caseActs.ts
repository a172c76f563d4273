import type {
  cancelClaim,
  chooseRoute,
  closeClaim,
  listClaims,
  listCores,
  listEvidence,
  openClaim,
  payClaim,
  shareEvidence,
  showChoices,
  showFacts,
  withdrawEvidence,
} from "../claims/index.ts";
import type { DeskActs } from "./deskActs.ts";
import type { MessageActs } from "./messageActs.ts";
import type { PoolActs } from "./poolActs.ts";
import type { ReportActs } from "./reportActs.ts";
import type { ReviewActs } from "./reviewActs.ts";
import type { VerificationActs } from "./verificationActs.ts";
import type { WarrantyActs } from "./warrantyActs.ts";

/** The acts and reads about a case from its report to its close, by the names they have here. */
export interface CaseActs
  extends DeskActs,
    MessageActs,
    PoolActs,
    ReportActs,
    ReviewActs,
    VerificationActs,
    WarrantyActs {
  readonly openClaim: typeof openClaim;
  readonly listClaims: typeof listClaims;
  readonly showChoices: typeof showChoices;
  readonly showFacts: typeof showFacts;
  readonly chooseRoute: typeof chooseRoute;
  readonly payClaim: typeof payClaim;
  readonly cancelClaim: typeof cancelClaim;
  readonly closeClaim: typeof closeClaim;
  readonly listCores: typeof listCores;
  readonly listEvidence: typeof listEvidence;
  readonly withdrawEvidence: typeof withdrawEvidence;
  readonly shareEvidence: typeof shareEvidence;
}
