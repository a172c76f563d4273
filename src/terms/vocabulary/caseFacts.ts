import type { FactInfo } from "../factTypes.ts";
import { fact, instant, region } from "./fact.ts";

/** What stands outside every group. */
export const caseFacts: readonly FactInfo[] = [
  fact("at", instant, "system 0", "the moment of the decision", (c) => c.at),
  fact("region", region, "registry 1", "the region whose terms apply", (c) => c.region),
  fact("signals", { type: "signals" }, "system 1", "what is odd about the case", (c) => c.signals),
];
