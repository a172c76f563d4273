import type { Module } from "../platform/index.ts";
import { ActivationBody, activateContract } from "./activateContract/activateContract.ts";
import { askCoverage } from "./askCoverage/askCoverage.ts";
import { batchRoutes } from "./batchRoutes.ts";
import { cancelContract } from "./cancelContract/cancelContract.ts";
import { checkCode } from "./checkCode/checkCode.ts";
import { listContracts } from "./listContracts/listContracts.ts";
import { readContract } from "./readContract/readContract.ts";
import { readDevice } from "./readDevice/readDevice.ts";
import { renewalRoutes } from "./renewalRoutes.ts";
import { transferRoutes } from "./transferRoutes.ts";
import { warrantyRoutes } from "./warrantyRoutes.ts";

export {
  askBatch,
  declineBatch,
  listBatches,
  releaseBatch,
  showBatch,
  voidBatch,
} from "./batchRoutes.ts";
export { agreeAutoRenewal, cancelAutoRenewal, renewContract, showRenewals } from "./renewalRoutes.ts";
export {
  answerTransfer,
  askTransfer,
  listTransfers,
  readTransfer,
  withdrawTransfer,
} from "./transferRoutes.ts";
export { listWarrantyRules, setWarrantyRules, showWarranty, tellWarranty } from "./warrantyRoutes.ts";
export {
  ActivationBody,
  activateContract,
  askCoverage,
  cancelContract,
  checkCode,
  listContracts,
  readContract,
  readDevice,
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
  ...renewalRoutes,
  ...transferRoutes,
  ...warrantyRoutes,
  ...batchRoutes,
];
