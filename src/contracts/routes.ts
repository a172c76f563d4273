import type { Module } from "../platform/index.ts";
import { activateContract } from "./activateContract/activateContract.ts";
import { agreeAutoRenewal } from "./agreeAutoRenewal/agreeAutoRenewal.ts";
import { answerTransfer } from "./answerTransfer/answerTransfer.ts";
import { askCoverage } from "./askCoverage/askCoverage.ts";
import { askTransfer } from "./askTransfer/askTransfer.ts";
import { cancelAutoRenewal } from "./cancelAutoRenewal/cancelAutoRenewal.ts";
import { cancelContract } from "./cancelContract/cancelContract.ts";
import { checkCode } from "./checkCode/checkCode.ts";
import { listContracts } from "./listContracts/listContracts.ts";
import { listTransfers } from "./listTransfers/listTransfers.ts";
import { readContract } from "./readContract/readContract.ts";
import { readDevice } from "./readDevice/readDevice.ts";
import { readTransfer } from "./readTransfer/readTransfer.ts";
import { renewContract } from "./renewContract/renewContract.ts";
import { showRenewals } from "./showRenewals/showRenewals.ts";
import { withdrawTransfer } from "./withdrawTransfer/withdrawTransfer.ts";

export {
  activateContract,
  agreeAutoRenewal,
  answerTransfer,
  askCoverage,
  askTransfer,
  cancelAutoRenewal,
  cancelContract,
  checkCode,
  listContracts,
  listTransfers,
  readContract,
  readDevice,
  readTransfer,
  renewContract,
  showRenewals,
  withdrawTransfer,
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
  askTransfer,
  answerTransfer,
  withdrawTransfer,
  readTransfer,
  listTransfers,
];
