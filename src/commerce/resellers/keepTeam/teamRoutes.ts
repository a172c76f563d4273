import type { Module } from "../../../platform/index.ts";
import { keepTeamMember } from "./keepTeamMember.ts";
import { listTeam } from "./listTeam.ts";
import { removeFromTeam } from "./removeFromTeam.ts";

/** The people of a reseller. */
export const teamRoutes: Module["routes"] = [listTeam, keepTeamMember, removeFromTeam];
