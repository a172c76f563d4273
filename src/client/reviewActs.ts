import type {
  appealClaim,
  listAppeals,
  listClaimAppeals,
  listOverrides,
  listSignals,
  overrideClaim,
  recordActivity,
  seeSignal,
  settleAppeal,
  settleOverride,
  showAppeal,
  withdrawAppeal,
} from "../claims/index.ts";
import type { analyseFlight } from "../service/index.ts";

/** The acts and reads of overrides, appeals and signals, by the names they have here. */
export interface ReviewActs {
  readonly overrideClaim: typeof overrideClaim;
  readonly settleOverride: typeof settleOverride;
  readonly analyseFlight: typeof analyseFlight;
  readonly listOverrides: typeof listOverrides;
  readonly appealClaim: typeof appealClaim;
  readonly settleAppeal: typeof settleAppeal;
  readonly withdrawAppeal: typeof withdrawAppeal;
  readonly listAppeals: typeof listAppeals;
  readonly listClaimAppeals: typeof listClaimAppeals;
  readonly showAppeal: typeof showAppeal;
  readonly listSignals: typeof listSignals;
  readonly seeSignal: typeof seeSignal;
  readonly recordActivity: typeof recordActivity;
}
