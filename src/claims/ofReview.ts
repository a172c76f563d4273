import { appealClaim } from "./appealClaim/appealClaim.ts";
import { appealDue } from "./appeals/index.ts";
import { listAppeals, listClaimAppeals, showAppeal } from "./listAppeals.ts";
import { listOverrides } from "./listOverrides.ts";
import { listSignals } from "./listSignals.ts";
import { overrideClaim } from "./overrideClaim/overrideClaim.ts";
import { recordActivity } from "./recordActivity/recordActivity.ts";
import { seeSignal } from "./seeSignal/seeSignal.ts";
import { settleAppeal } from "./settleAppeal/settleAppeal.ts";
import { settleOverride } from "./settleOverride/settleOverride.ts";
import { signalJobs, signalReactions } from "./signals/index.ts";
import { withdrawAppeal } from "./withdrawAppeal/withdrawAppeal.ts";

/** What overrides, appeals and signals add to the module. */
export const ofReview = {
  routes: [
    ...[overrideClaim, settleOverride, listOverrides],
    ...[appealClaim, settleAppeal, withdrawAppeal, listAppeals, listClaimAppeals, showAppeal],
    ...[listSignals, seeSignal, recordActivity],
  ],
  jobs: signalJobs,
  reactions: signalReactions,
  deadlines: [appealDue],
} as const;
