import type { Module } from "../platform/index.ts";
import { ActivationBody, activateContract } from "./activateContract/activateContract.ts";
import { agreeAutoRenewal } from "./agreeAutoRenewal/agreeAutoRenewal.ts";
import { askCoverage } from "./askCoverage/askCoverage.ts";
import { batchRoutes } from "./batchRoutes.ts";
import { cancelAutoRenewal } from "./cancelAutoRenewal/cancelAutoRenewal.ts";
import { cancelContract } from "./cancelContract/cancelContract.ts";
import { checkCode } from "./checkCode/checkCode.ts";
import { listContracts } from "./listContracts/listContracts.ts";
import { readContract } from "./readContract/readContract.ts";
import { readDevice } from "./readDevice/readDevice.ts";
import { renewContract } from "./renewContract/renewContract.ts";
import { showRenewals } from "./showRenewals/showRenewals.ts";
import { transferRoutes } from "./transferRoutes.ts";

export {
  askBatch,
  declineBatch,
  listBatches,
  releaseBatch,
  showBatch,
  voidBatch,
} from "./batchRoutes.ts";
export {
  answerTransfer,
  askTransfer,
  listTransfers,
  readTransfer,
  withdrawTransfer,
} from "./transferRoutes.ts";
export {
  ActivationBody,
  activateContract,
  agreeAutoRenewal,
  askCoverage,
  cancelAutoRenewal,
  cancelContract,
  checkCode,
  listContracts,
  readContract,
  readDevice,
  renewContract,
  showRenewals,
};

/** All that may be asked of contracts from outside. */
export const routes: Module["routes"] = [
  checkCode,
  activateContract,
  askCoverage,
  cancelContract,
  listContracts,
  readContract,
  readDevice,
  renewContract,
  showRenewals,
  agreeAutoRenewal,
  cancelAutoRenewal,
  ...transferRoutes,
  ...batchRoutes,
];
