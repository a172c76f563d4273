import { appealRoutes } from "./appealRoutes.ts";
import { channelRoutes } from "./channelRoutes.ts";
import { choiceRoutes } from "./choiceRoutes.ts";
import { questionRoutes } from "./questionRoutes.ts";

/** Where an owner says how a case goes on: chooses, answers, contests, comes by or sends. */
export const caseWays = [...appealRoutes, ...choiceRoutes, ...questionRoutes, ...channelRoutes];
