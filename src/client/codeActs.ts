import type { listSettledCodes, listSettlement, reissueCode, resendCodes } from "../commerce/index.ts";
import type {
  askBatch,
  declineBatch,
  listBatches,
  releaseBatch,
  showBatch,
  voidBatch,
} from "../contracts/index.ts";

/** The acts and reads about batches of codes and what became of them, by the names they have here. */
export interface CodeActs {
  readonly listBatches: typeof listBatches;
  readonly showBatch: typeof showBatch;
  readonly askBatch: typeof askBatch;
  readonly releaseBatch: typeof releaseBatch;
  readonly declineBatch: typeof declineBatch;
  readonly voidBatch: typeof voidBatch;
  readonly resendCodes: typeof resendCodes;
  readonly reissueCode: typeof reissueCode;
  readonly listSettlement: typeof listSettlement;
  readonly listSettledCodes: typeof listSettledCodes;
}
