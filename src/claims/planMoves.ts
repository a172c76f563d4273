import { type Asker, movesOf } from "../catalogue/index.ts";
import { followReplacement, movePlan, type PlanMoved, type SlotRef, useSlots } from "../contracts/index.ts";
import type { Tx } from "../platform/index.ts";
import { type PlanMoves, planMoves, type Receipt } from "../terms/index.ts";
import { type Claim, judgedBy } from "./claim.ts";
import type { ClaimRow } from "./store.ts";

/**
 * When the plan of a claim moves to the unit that is bound now: as the clause of its way says, and at the
 * scan where that is silent. Where no clause of the terms gives the unit it is as `usual`. `return` where
 * nothing is awaited back is the scan itself. Pure.
 */
export function movesAt(
  { receipt, found, combined, core }: Pick<Claim, "receipt" | "found" | "combined" | "core">,
  usual: PlanMoves = "scan",
): PlanMoves {
  const taken = (found ?? []).filter(({ no }) => combined?.ways[no - 1]?.part === "taken");
  const receipts = taken.length === 0 ? [receipt] : taken.map((each) => each.receipt);
  const told = receipts.flatMap(saidIn)[0] ?? usual;
  return told === "return" && core !== "awaited" ? "scan" : told;
}

function saidIn({ because }: Receipt): readonly PlanMoves[] {
  return because
    .filter(({ detail }) => detail?.rebinds === true)
    .map(({ detail }) => planMoves.find((each) => each === detail?.rebindsAt) ?? "scan");
}

/** The same of a claim as it is kept: what is usual is what the terms say that judge it. */
export async function movesOfClaim(db: Asker, claim: Claim): Promise<PlanMoves> {
  const terms = judgedBy(claim);
  return movesAt(claim, terms && (await movesOf(db, terms.programme, terms.version)));
}

/** What has happened to a case. At its end the plan is where its unit is, whatever nobody has told us. */
export type Reached = PlanMoves | "closure";

/**
 * The unit that takes over the plan of a claim where this is the moment its terms name; else undefined. What
 * still comes of a case that is over, as its old device does late, moves no plan: the unit that is bound now
 * is a later case's. Pure.
 */
export function movedAt(
  { device, state }: Pick<ClaimRow, "device" | "state">,
  reached: Reached,
): PlanMoved | undefined {
  const { serial: oldSerial, nextSerial: newSerial, nextMoves } = device;
  const isUnderWay = state === "replaced" || state === "shipped";
  const isDue = reached === "closure" || nextMoves === reached;
  return isUnderWay && isDue && newSerial ? { oldSerial, newSerial } : undefined;
}

/**
 * Moves the plan of a claim, whose device is locked, where this is the moment its terms name: from `at` on
 * the new unit is the device. Its own warranty counts from when it has both left and taken over: of a case
 * whose unit is still here it begins with the parcel.
 */
export async function movePlanAt(
  tx: Tx,
  claim: Pick<ClaimRow, "no" | "deviceId" | "device" | "state">,
  reached: Reached,
  at: Temporal.Instant = tx.at,
): Promise<void> {
  const moves = movedAt(claim, reached);
  if (moves === undefined) {
    return;
  }
  const { deviceId, no, state } = claim;
  await movePlan(tx, deviceId, moves, at);
  if (state !== "replaced") {
    await followReplacement(tx, deviceId, no, at);
  }
}

/**
 * The unit of a claim, whose device is locked, leaves us: the slots that it `spends` count as used, and where
 * this is the moment its terms name, the plan leaves with it. Answers with what was used.
 */
export async function letUnitGo(
  tx: Tx,
  claim: Pick<ClaimRow, "no" | "deviceId" | "device" | "state">,
  { spends, reached }: { readonly spends: number; readonly reached: Reached },
): Promise<readonly SlotRef[]> {
  const { deviceId, no: claimNo } = claim;
  const moves = movedAt(claim, reached);
  if (spends > 0) {
    return await useSlots(tx, deviceId, { claimNo, moves });
  }
  if (moves !== undefined) {
    await movePlan(tx, deviceId, moves);
  }
  return [];
}
