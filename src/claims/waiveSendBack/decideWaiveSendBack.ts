import { accepted, type Decision } from "../../platform/index.ts";
import type { Claim } from "../claim.ts";
import { refuse } from "../refusals.ts";

/** What is waived. */
export interface SendBackWaived {
  readonly waivedMinor: number;
  /** The way back is chosen already, so its charge is given up; else it is free on the sheet. */
  readonly isChosen: boolean;
}

/** Whether there is anything to waive: the way back costs something and was not paid. Pure. */
export function decideWaiveSendBack({
  state,
  route,
  choices,
  feeMinor,
}: Pick<Claim, "state" | "route" | "choices" | "feeMinor">): Decision<SendBackWaived> {
  if (state !== "inspected" && state !== "chosen") {
    return refuse("claim_not_at_this_step");
  }
  const onSheet = choices?.find((choice) => choice.route === "return")?.fee.amount ?? 0;
  const isChosen = state === "chosen";
  const asked = route === "return" ? (feeMinor ?? 0) : 0;
  const waivedMinor = isChosen ? asked : onSheet;
  return waivedMinor === 0 ? refuse("nothing_to_waive") : accepted({ waivedMinor, isChosen });
}
