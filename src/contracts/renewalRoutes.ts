import { agreeAutoRenewal } from "./agreeAutoRenewal/agreeAutoRenewal.ts";
import { cancelAutoRenewal } from "./cancelAutoRenewal/cancelAutoRenewal.ts";
import { renewContract } from "./renewContract/renewContract.ts";
import { showRenewals } from "./showRenewals/showRenewals.ts";

export { agreeAutoRenewal, cancelAutoRenewal, renewContract, showRenewals };

/** What may be asked about renewing a contract. */
export const renewalRoutes = [renewContract, showRenewals, agreeAutoRenewal, cancelAutoRenewal];
