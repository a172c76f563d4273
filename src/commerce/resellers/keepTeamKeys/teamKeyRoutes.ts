import type { Module } from "../../../platform/index.ts";
import { createTeamKey } from "./createTeamKey.ts";
import { listTeamKeys } from "./listTeamKeys.ts";
import { revokeTeamKey } from "./revokeTeamKey.ts";

/** The keys of a reseller's shops. */
export const teamKeyRoutes: Module["routes"] = [listTeamKeys, createTeamKey, revokeTeamKey];
