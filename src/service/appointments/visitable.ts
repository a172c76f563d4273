import type { ClaimState } from "../../claims/index.ts";

/** While the device is with its owner, or at the centre, somebody can come for it. */
export const visitable: readonly ClaimState[] = [
  "reported",
  "received",
  "inspected",
  "chosen",
  "paid",
  "replaced",
];
