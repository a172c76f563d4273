import { followReplacement, movePlan } from "../contracts/index.ts";
import type { Tx } from "../platform/index.ts";
import { type PlanMoves, planMoves, type Receipt } from "../terms/index.ts";
import type { Claim } from "./claim.ts";
import type { ClaimRow } from "./store.ts";

/**
 * When the plan of a claim moves to the unit that is bound now: as the clause of its way says, at the scan
 * where that is silent or where no clause of the terms gives the unit. `return` where nothing is awaited back
 * is the scan itself. Pure.
 */
export function movesAt({
  receipt,
  found,
  combined,
  core,
}: Pick<Claim, "receipt" | "found" | "combined" | "core">): PlanMoves {
  const taken = (found ?? []).filter(({ no }) => combined?.ways[no - 1]?.part === "taken");
  const receipts = taken.length === 0 ? [receipt] : taken.map((each) => each.receipt);
  const told = receipts.flatMap(saidIn)[0] ?? "scan";
  return told === "return" && core !== "awaited" ? "scan" : told;
}

function saidIn({ because }: Receipt): readonly PlanMoves[] {
  return because.flatMap(({ detail }) => planMoves.filter((each) => each === detail?.rebindsAt));
}

/** What has happened to a case. At its end the plan is where its unit is, whatever nobody has told us. */
export type Reached = PlanMoves | "closure";

/**
 * Moves the plan of a claim, whose device is locked, where this is the moment its terms name: from `at` on
 * the new unit is the device. Its own warranty counts from when it has both left and taken over: of a case
 * whose unit is still here it begins with the parcel.
 */
export async function movePlanAt(
  tx: Tx,
  { no, device, state }: Pick<ClaimRow, "no" | "device" | "state">,
  reached: Reached,
  at: Temporal.Instant = tx.at,
): Promise<void> {
  const isDue = reached === "closure" || device.nextMoves === reached;
  if (isDue && (await movePlan(tx, device, at)) && state !== "replaced") {
    await followReplacement(tx, device.deviceId, no, at);
  }
}
