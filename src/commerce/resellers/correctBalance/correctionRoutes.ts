import type { Module } from "../../../platform/index.ts";
import { answerBalanceCorrection } from "./answerBalanceCorrection.ts";
import { askBalanceCorrection } from "./askBalanceCorrection.ts";
import { listCorrections } from "./listCorrections.ts";

/** Changes of a balance by hand. */
export const correctionRoutes: Module["routes"] = [
  listCorrections,
  askBalanceCorrection,
  answerBalanceCorrection,
];
