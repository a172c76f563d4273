import { termsInForce } from "../../catalogue/index.ts";
import type { Tx } from "../../platform/index.ts";
import { type ActivationFound, foundCode, lockCodeAndSerial } from "../activationStore.ts";
import { digestsOf } from "../code.ts";
import { type DeviceRecord, lockDevice } from "../deviceRecord.ts";
import { openInvitations } from "../invitations/index.ts";
import { isCallersOwn } from "../isCallersOwn.ts";
import { renewalUnderway } from "../renewalStore.ts";
import { bucketsOf, tooManyTries } from "../wrongTries.ts";
import type { ActivationFacts } from "./decideActivateContract.ts";

/**
 * What is kept of a code and a serial, both locked, for an activation. The serial is claimed for the device
 * when nobody had it. Errors: Problem 429 after too many wrong codes.
 */
export async function loadActivation(
  tx: Tx,
  typedCode: string,
  serial: string,
  newDeviceId: string,
): Promise<
  Pick<ActivationFacts, "code" | "record" | "ownedByCaller" | "terms" | "renewalUnderway" | "invitation">
> {
  const { names, budgets, hour } = bucketsOf(tx.platform, tx.caller, tx.at);
  const digests = digestsOf(tx.platform, typedCode);
  const found = await lockCodeAndSerial(tx, digests, names, budgets, hour, serial, newDeviceId);
  if (found.tooManyTries) {
    throw tooManyTries(tx.at);
  }
  const code = foundCode(found);
  const [record, ownedByCaller, terms] = await Promise.all([
    deviceOf(tx, found, serial),
    isCallersOwn(tx, code),
    code?.state === "sold" ? termsInForce(tx, code.programme, tx.at, code.region) : undefined,
  ]);
  const [underway, [invitation]] = await Promise.all([
    isBeingRenewed(tx, record),
    record === undefined ? [] : openInvitations(tx, [record.device.deviceId]),
  ]);
  return { code, record, ownedByCaller, terms, renewalUnderway: underway, invitation };
}

/**
 * The record of a device we know. A serial that somebody else claimed while we waited is one we know by
 * now.
 */
async function deviceOf(
  tx: Tx,
  { state, claimedDeviceId }: ActivationFound,
  serial: string,
): Promise<DeviceRecord | undefined> {
  return state === "sold" && claimedDeviceId === null ? await lockDevice(tx, { serial }) : undefined;
}

/** Only a device that had a plan can be: a new one is asked nothing. */
async function isBeingRenewed(tx: Tx, record: DeviceRecord | undefined): Promise<boolean> {
  const had = record !== undefined && record.contracts.length > 0;
  return had && (await renewalUnderway(tx, record.device.deviceId)) !== undefined;
}
