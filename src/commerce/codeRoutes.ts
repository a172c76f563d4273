import { type Job, type Module, type Reaction, reaction } from "../platform/index.ts";
import { followVoidedBatch, unfollowedBatches } from "./followVoidedBatch.ts";
import { reissueCode } from "./reissueCode/reissueCode.ts";
import { resendCodes } from "./resendCodes/resendCodes.ts";
import { listSettledCodes, listSettlement } from "./settlement/index.ts";

export { listSettledCodes, listSettlement, reissueCode, resendCodes };

/** What may be asked of codes that were sold, from outside. */
export const codeRoutes: NonNullable<Module["routes"]> = [
  resendCodes,
  reissueCode,
  listSettlement,
  listSettledCodes,
];

/** Who bought codes of a batch that was taken out of use gets others. */
export const codeReactions: readonly Reaction[] = [
  reaction("BatchVoided", followVoidedBatch, (_, batchId) => ({ batchId }), unfollowedBatches),
];

export const codeJobs: NonNullable<Module["jobs"]> = [followVoidedBatch as unknown as Job<never>];
