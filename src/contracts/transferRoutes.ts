import type { Module } from "../platform/index.ts";
import { answerTransfer } from "./answerTransfer/answerTransfer.ts";
import { askTransfer } from "./askTransfer/askTransfer.ts";
import { listTransfers } from "./listTransfers/listTransfers.ts";
import { readTransfer } from "./readTransfer/readTransfer.ts";
import { withdrawTransfer } from "./withdrawTransfer/withdrawTransfer.ts";

export { answerTransfer, askTransfer, listTransfers, readTransfer, withdrawTransfer };

/** All that may be asked of a contract's way to another holder from outside. */
export const transferRoutes: Module["routes"] = [
  askTransfer,
  answerTransfer,
  withdrawTransfer,
  readTransfer,
  listTransfers,
];
