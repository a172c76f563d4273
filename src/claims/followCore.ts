import assert from "node:assert/strict";
import { coverAt, type Hold, holdOf, tellHold } from "../money/index.ts";
import type { Money, Tx } from "../platform/index.ts";
import type { Receipt } from "../terms/index.ts";
import type { Claim } from "./claim.ts";
import { answerOf, type CoreTold, coreTimes, decideReturn } from "./coreReturn.ts";
import { type CoreReturn, coreOf, startCore, takeCore } from "./coreStore.ts";
import type { LockedCase } from "./lockClaim.ts";
import { movePlanAt } from "./planMoves.ts";

/**
 * Whether a replacement may leave before the old device came: a card stands for it now, or the old one is
 * here already. Claims that are no advance exchange need neither.
 */
export async function isSecured(tx: Tx, { deviceId, holdNo, core }: Claim): Promise<boolean> {
  if (holdNo === null || core === "received") {
    return true;
  }
  const hold = await holdOf(tx, deviceId, holdNo);
  return hold?.state === "placed" && hold.ending === null && coverAt(hold, tx.at) !== undefined;
}

/**
 * The replacement of an advance exchange leaves: from now on the old device is awaited, by the times of the
 * terms.
 */
export async function awaitOldDevice(tx: Tx, locked: LockedCase): Promise<Temporal.Instant | undefined> {
  const { claim, record, terms } = locked;
  const hold = await holdOfClaim(tx, claim);
  if (hold === undefined || claim.core !== "awaited") {
    return undefined;
  }
  const { deviceId, no } = claim;
  const times = coreTimes({ claim, record, terms, hold, shippedAt: tx.at }, tx.at);
  await startCore(tx, deviceId, no, tx.at, times.dueAt);
  await tellHold(tx, hold, times);
  return times.dueAt;
}

/** A parcel as the bench sees it. */
export interface CoreParcel {
  readonly serial: string;
  readonly parts: readonly string[];
  readonly isForeign: boolean;
  readonly extraDamage: Money | undefined;
}

/** What follows from a parcel. */
export interface OldDeviceTaken {
  readonly receipt: Receipt;
  readonly missing: readonly string[];
  /** The parcel is one that was scanned before: nothing was written. */
  readonly isAgain: boolean;
}

/**
 * The old device of an advance exchange has come, or a part of it: the terms say what follows, and the hold
 * is told. Parcels add up; the serial is that of the newest that has one of the device itself. One that adds
 * nothing is the same scanned twice, and is answered as it was. Undefined: all of it is here and this is
 * something else, or another parcel was quicker.
 */
export async function takeOldDevice(
  tx: Tx,
  { claim, record, terms }: LockedCase,
  parcel: CoreParcel,
): Promise<OldDeviceTaken | undefined> {
  const { deviceId, no } = claim;
  const [hold, core] = await Promise.all([holdOfClaim(tx, claim), coreOf(tx, deviceId, no)]);
  assert(hold !== undefined && core !== undefined, "an advance exchange awaits its old device");
  const before = scannedBefore(core, parcel);
  if (before !== undefined) {
    return { receipt: before, missing: missingOf(before, core.parts), isAgain: true };
  }
  const { serial, isForeign, extraDamage } = parcel;
  const told: CoreTold = {
    cameAt: core.cameAt ?? tx.at,
    parts: [...new Set([...core.parts, ...parcel.parts])],
    ...{ serial, isForeign, extraDamage },
  };
  const receipt = decideReturn({ claim, record, terms, hold, shippedAt: core.shippedAt }, told, tx.at);
  const answer = answerOf(receipt);
  const row = [
    serial,
    told.parts,
    isForeign,
    extraDamage?.amount ?? null,
    told.cameAt,
    JSON.stringify(receipt),
  ];
  const isAll = answer === "release";
  if ((await takeCore(tx, deviceId, no, ...row, isAll, tx.caller.id, tx.at, core.parts)) === 0) {
    return undefined;
  }
  const missing = missingOf(receipt, told.parts);
  tx.record(deviceId, [
    {
      type: "OldDeviceReceived",
      claimNo: no,
      serial,
      parts: parcel.parts,
      outcome: receipt.outcome,
      missing,
    },
  ]);
  if (answer === "release") {
    await movePlanAt(tx, claim, "return");
  }
  await tellHold(tx, hold, {
    answer,
    captureMinor: answer === "capture" ? (receipt.fee?.amount ?? null) : null,
    needsPerson: answer === "capture" && receipt.doors.some(({ door }) => door === "person"),
  });
  return { receipt, missing, isAgain: false };
}

/** What was answered to a parcel that tells nothing new: with a scanner it is easily read twice. Pure. */
function scannedBefore(core: CoreReturn, parcel: CoreParcel): Receipt | undefined {
  const isSame =
    core.serial === parcel.serial &&
    core.isForeign === parcel.isForeign &&
    core.extraDamageMinor === (parcel.extraDamage?.amount ?? null) &&
    parcel.parts.every((part) => core.parts.includes(part));
  return isSame ? (core.receipt ?? undefined) : undefined;
}

function missingOf({ returns }: Receipt, came: readonly string[]): readonly string[] {
  return (returns?.parts ?? []).filter((part) => !came.includes(part));
}

async function holdOfClaim(tx: Tx, { deviceId, holdNo }: Claim): Promise<Hold | undefined> {
  return holdNo === null ? undefined : await holdOf(tx, deviceId, holdNo);
}
