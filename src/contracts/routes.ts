import type { Module } from "../platform/index.ts";
import { activateContract } from "./activateContract/activateContract.ts";
import { askCoverage } from "./askCoverage/askCoverage.ts";
import { checkCode } from "./checkCode/checkCode.ts";
import { listContracts } from "./listContracts/listContracts.ts";
import { readContract } from "./readContract/readContract.ts";
import { readDevice } from "./readDevice/readDevice.ts";
import { renewContract } from "./renewContract/renewContract.ts";

export { activateContract, askCoverage, checkCode, listContracts, readContract, readDevice, renewContract };

/** All that may be asked of contracts from outside. */
export const routes: Module["routes"] = [
  checkCode,
  activateContract,
  askCoverage,
  listContracts,
  readContract,
  readDevice,
  renewContract,
];
