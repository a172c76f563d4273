import type { Module } from "../../platform/index.ts";
import { addReseller } from "./addReseller/addReseller.ts";
import { correctionRoutes } from "./correctBalance/correctionRoutes.ts";
import { editReseller } from "./editReseller/editReseller.ts";
import { endReseller } from "./endReseller/endReseller.ts";
import { teamRoutes } from "./keepTeam/teamRoutes.ts";
import { teamKeyRoutes } from "./keepTeamKeys/teamKeyRoutes.ts";
import { listResellers } from "./listResellers.ts";
import { payOutReseller } from "./payOutReseller/payOutReseller.ts";
import { showReseller } from "./showReseller.ts";
import { showStatement } from "./statements/showStatement.ts";
import { resumeReseller } from "./suspendReseller/resumeReseller.ts";
import { suspendReseller } from "./suspendReseller/suspendReseller.ts";
import { topUpBalance } from "./topUpBalance/topUpBalance.ts";

/** All that may be asked about resellers from outside. */
export const resellerRoutes: Module["routes"] = [
  listResellers,
  showReseller,
  addReseller,
  editReseller,
  suspendReseller,
  resumeReseller,
  endReseller,
  payOutReseller,
  ...correctionRoutes,
  topUpBalance,
  showStatement,
  ...teamRoutes,
  ...teamKeyRoutes,
];
