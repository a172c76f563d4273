import {
  type Claim,
  endOfDays,
  type LockedCase,
  moveClaim,
  REPORT_LAPSES,
  refuseClaim,
  takeBackQuestion,
  waitingDaysOf,
} from "../claims/index.ts";
import { accepted, type Decision, type Tx } from "../platform/index.ts";
import type { Receipt } from "../terms/index.ts";
import { refuse } from "./refusals.ts";
import { insertIntake } from "./store.ts";

/** A parcel as it was unpacked. The serial is normalised. */
export interface ParcelUnpacked {
  readonly serial: string;
  readonly parts: readonly string[];
  readonly condition: string;
  readonly weightGrams?: number | undefined;
  /** How many intakes of the case were seen before; another number now is refused. */
  readonly intakes?: number | undefined;
}

/** What a parcel makes of its case. */
export interface ParcelTaken {
  /** All that has come back so far. */
  readonly returnedParts: readonly string[];
  readonly missing: readonly string[];
  readonly receipt: Receipt;
}

/** A case that has taken a parcel in. */
export interface TakenIn {
  readonly moved: Claim;
  readonly intakeNo: number;
  /** Until when the rest is waited for; undefined where nothing is missing that must come. */
  readonly restBy: Temporal.Instant | undefined;
}

/** Takes a parcel in: one transition, one intake, and the wait for what is missing. */
export async function takeIn(
  tx: Tx,
  { claim }: LockedCase,
  parcel: ParcelUnpacked,
  { returnedParts, receipt, missing }: ParcelTaken,
): Promise<Decision<TakenIn>> {
  const { deviceId, no } = claim;
  const { serial, parts, condition, weightGrams, intakes } = parcel;
  const told = [serial, parts, condition, tx.at, tx.caller.id, weightGrams ?? null, intakes ?? null];
  const [moved, kept] = await Promise.all([
    moveClaim(tx, claim, ["reported", "received"], "received", { returnedParts, receipt }),
    insertIntake(tx, deviceId, no, ...told),
  ]);
  const { toSend } = await waitingDaysOf(tx, claim);
  const waits = receipt.outcome === "hold";
  const restBy = waits ? endOfDays(tx.at, toSend, claim.zone) : undefined;
  if (restBy === undefined) {
    tx.meet(deviceId, REPORT_LAPSES, String(no));
  } else {
    tx.schedule(deviceId, REPORT_LAPSES, String(no), restBy);
  }
  if (claim.question) {
    await takeBackQuestion(tx, claim, "another parcel came");
  }
  // Only the quick way is told of: its device is swapped without an inspection.
  const way = claim.channel === "quick" && !waits ? { channel: "quick" } : {};
  tx.record(deviceId, [{ type: "ClaimReceived", claimNo: no, serial, parts, missing, ...way }]);
  if (moved === undefined) {
    return refuseClaim("claim_not_at_this_step");
  }
  return kept === undefined
    ? refuse("received_meanwhile")
    : accepted({ moved: { ...moved, question: null }, intakeNo: kept.no, restBy });
}
