/**
 * When the new unit takes over the plan: once it is bound, once its parcel leaves or it is handed over,
 * once it has arrived, or once nothing is awaited back any more.
 */
export const planMoves = ["scan", "shipment", "delivery", "return"] as const;
export type PlanMoves = (typeof planMoves)[number];

/** Each moment as the text of a plan says it of the new unit. */
export const planMovesInWords: Readonly<Record<PlanMoves, string>> = {
  scan: "the moment we choose it for you",
  shipment: "the moment we send it or hand it to you",
  delivery: "the moment it reaches you",
  return: "the moment nothing is awaited back from you",
};

/** What the customer gets by a way. */
export interface GivenByWay {
  readonly settles?: "replacement" | "repair" | "cash" | "wait";
  readonly rebinds?: boolean;
  /** Without it the plan moves at the scan. */
  readonly "rebinds-at"?: PlanMoves;
}
