import type { Tone } from "../parts/stateBadge.tsx";
import type { Import } from "./supplyQueries.ts";

/** What each state of an import means to whoever sent the file. */
export const importTones: Readonly<Record<Import["state"], Tone>> = {
  open: "waiting",
  running: "waiting",
  done: "ok",
  stopped: "needs",
  failed: "problem",
};
