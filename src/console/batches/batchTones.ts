import type { Tone } from "../parts/stateBadge.tsx";
import type { Batch } from "./batchQueries.ts";

/** What each state of a batch means to whoever has codes made. */
export const batchTones: Readonly<Record<Batch["state"], Tone>> = {
  asked: "needs",
  released: "ok",
  declined: "over",
  voided: "problem",
};
