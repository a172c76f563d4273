import { type Job, type Module, type Reaction, reaction } from "../platform/index.ts";
import { activateMany } from "./activateMany/activateMany.ts";
import { askEligibility } from "./askEligibility/askEligibility.ts";
import { makeCodeFile } from "./makeCodeFile/makeCodeFile.ts";
import { suspendOverdrawn } from "./resellers/index.ts";
import { lostShopWork, shopRoutes } from "./shops/index.ts";
import { listSoldCodes, showSoldCode, voidSoldCodes } from "./soldCodes/index.ts";
import { workShopOrder } from "./workShopOrder.ts";

/** What a reseller works with beside its orders: files of codes, shops elsewhere. */
export const toolRoutes: Module["routes"] = [
  ...[makeCodeFile, listSoldCodes, showSoldCode, voidSoldCodes, askEligibility, activateMany],
  ...shopRoutes,
];

export const toolJobs = [workShopOrder, suspendOverdrawn] as unknown as readonly Job<never>[];

/** A message of a shop's whose work was lost is found again; no event makes it. */
export const toolReactions: readonly Reaction[] = [
  reaction("ShopMessageKept", workShopOrder, () => undefined, lostShopWork),
];
