/**
 * When the new unit takes over the plan: once it is bound, once its parcel leaves, once it has arrived, or
 * once nothing is awaited back any more.
 */
export const planMoves = ["scan", "shipment", "delivery", "return"] as const;
export type PlanMoves = (typeof planMoves)[number];

/** What the customer gets by a way. */
export interface GivenByWay {
  readonly settles?: "replacement" | "repair" | "cash" | "wait";
  readonly rebinds?: boolean;
  /** Without it the plan moves at the scan. */
  readonly "rebinds-at"?: PlanMoves;
}
