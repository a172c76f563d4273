import type { Module } from "../platform/index.ts";
import { approveCapture } from "./captureHold/approveCapture.ts";
import { captureHold } from "./captureHold/captureHold.ts";
import { listHolds, showHold } from "./holds/index.ts";
import { releaseHold } from "./releaseHold/releaseHold.ts";
import { remindHold } from "./remindHold/remindHold.ts";

export { approveCapture, captureHold, listHolds, releaseHold, remindHold, showHold };

/** All that may be asked of holds from outside. */
export const holdRoutes: Module["routes"] = [
  listHolds,
  showHold,
  releaseHold,
  captureHold,
  approveCapture,
  remindHold,
];
