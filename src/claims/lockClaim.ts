import assert from "node:assert/strict";
import { type DeviceRecord, lockDevice, lockDeviceRoot } from "../contracts/index.ts";
import { personsInSight, sightOf } from "../identity/index.ts";
import { type Caller, notFound, type Queryable, readPublicId, type Tx } from "../platform/index.ts";
import type { CombinedFindings, Receipt, Terms } from "../terms/index.ts";
import type { Choice } from "./choice.ts";
import { type Claim, type ClaimState, claimId } from "./claim.ts";
import type { FindingDecided } from "./eachFinding.ts";
import type { Findings } from "./incident.ts";
import type { Route } from "./routes.ts";
import { type ClaimRow, claimByNo, type Decided, moveClaimRow, moveDecidedClaimRow } from "./store.ts";
import { termsOfCase } from "./termsOfCase.ts";

/** A claim with its device locked, all that is kept of the device, and the terms it is judged by. */
export interface LockedCase {
  readonly claim: ClaimRow;
  readonly record: DeviceRecord;
  readonly terms: Terms;
}

/**
 * Locks the device of a claim, and reads the claim as it is then. Errors: Problem 404 when it is not the
 * caller's.
 */
export async function lockClaim(tx: Tx, id: string): Promise<ClaimRow> {
  return await ownClaim(tx, await openingClaim(tx, { id }));
}

/** The same as a step's opening. Whether it is the caller's is for `ownClaim`. */
export async function openingClaim(
  db: Queryable,
  { id }: { readonly id: string },
): Promise<ClaimRow | undefined> {
  const { rootId, no } = claimKey(id);
  // Sent together they run one after the other: what is read has been locked before.
  const [, claim] = await Promise.all([lockDeviceRoot(db, rootId), claimByNo(db, rootId, no)]);
  return claim;
}

/** The claim that a step opened with. Errors: Problem 404 when it is not the caller's. */
export async function ownClaim(tx: Tx, claim: ClaimRow | undefined): Promise<ClaimRow> {
  if (claim === undefined || !(await mayTouch(tx, tx.caller, claim))) {
    throw notFound("claim");
  }
  return claim;
}

/** A claim and its device, as a step that decides opens with them. */
export interface CaseOpened {
  readonly record: DeviceRecord | undefined;
  readonly claim: ClaimRow | undefined;
}

/** Locks a claim with everything a coverage decision is made from. Errors: as `lockClaim`. */
export async function lockCase(tx: Tx, id: string): Promise<LockedCase> {
  return await ownCase(tx, await openingCase(tx, { id }));
}

/** The same as a step's opening. Whether it is the caller's is for `ownCase`. */
export async function openingCase(db: Queryable, { id }: { readonly id: string }): Promise<CaseOpened> {
  const { rootId, no } = claimKey(id);
  const [record, claim] = await Promise.all([
    lockDevice(db, { deviceId: rootId }),
    claimByNo(db, rootId, no),
  ]);
  return { record, claim };
}

/** The case that a step opened with. Errors: Problem 404 when it is not the caller's. */
export async function ownCase(tx: Tx, { record, claim: read }: CaseOpened): Promise<LockedCase> {
  const claim = await ownClaim(tx, read);
  assert(record !== undefined, "a claim has its device");
  const contract = record.contracts.find(({ no: held }) => held === claim.contractNo);
  const terms = await termsOfCase(tx, record, { ...claim, contract });
  assert(terms !== undefined, "a device with a claim had a contract");
  return { claim, record, terms };
}

/** The device and number in a claim's public id. Errors: Problem 404 for anything else. */
export function claimKey(id: string): { readonly rootId: string; readonly no: number } {
  const key = readPublicId("clm", id);
  if (key?.no === undefined) {
    throw notFound("claim");
  }
  return { rootId: key.rootId, no: key.no };
}

/**
 * Whether a claim is the caller's to see: the office sees all, others what they hold or reported, and the one
 * their link opens.
 */
export async function mayTouch(db: Queryable, caller: Caller, claim: ClaimRow): Promise<boolean> {
  const sight = sightOf(caller);
  if (sight.office || (sight.link?.kind === "claim" && sight.link.id === claimId(claim))) {
    return true;
  }
  const known = await personsInSight(db, sight);
  return known.has(claim.reporterId) || (claim.holderId !== null && known.has(claim.holderId));
}

/** What a step changes beside the state; what is left out stays. */
export interface ClaimChange {
  readonly findings?: Findings;
  readonly returnedParts?: readonly string[];
  readonly receipt?: Receipt;
  /** Beside a receipt that leads several: each of them, and their combination. */
  readonly found?: readonly FindingDecided[] | null;
  readonly combined?: CombinedFindings | null;
  readonly choices?: readonly Choice[];
  readonly route?: Route;
  readonly feeMinor?: number;
  readonly chargeNo?: number;
  readonly holdNo?: number;
  readonly closedAt?: Temporal.Instant;
  readonly reporterId?: string;
}

const jsonOf = (value: unknown): string | null =>
  value === undefined || value === null ? null : JSON.stringify(value);

/**
 * The guarded transition of a claim whose device is locked: what it was decided by is as it was read, unless
 * the step decides it anew. Undefined: it is in none of the states `from` any more.
 */
export async function moveClaim(
  tx: Tx,
  { deviceId, no, ...before }: Pick<Claim, "deviceId" | "no" | keyof Decided>,
  from: readonly ClaimState[],
  to: ClaimState,
  change: ClaimChange = {},
): Promise<Claim | undefined> {
  const { findings, returnedParts, receipt, choices, route, feeMinor, chargeNo, closedAt } = change;
  const values = [
    jsonOf(findings),
    returnedParts ?? null,
    jsonOf(choices),
    route ?? null,
    ...[feeMinor ?? null, chargeNo ?? null, closedAt ?? null],
    ...[change.reporterId ?? null, change.holdNo ?? null],
  ];
  if (receipt === undefined) {
    const { receipt: stays, found, combined } = before;
    const moved = await moveClaimRow(tx, deviceId, no, from, to, ...values);
    return moved && { ...moved, receipt: stays, found, combined };
  }
  const { found = null, combined = null } = change;
  const decided = [jsonOf(receipt), tx.at, tx.caller.id, jsonOf(found), jsonOf(combined)];
  const moved = await moveDecidedClaimRow(tx, deviceId, no, from, to, ...values, ...decided);
  return moved && { ...moved, receipt, found, combined };
}
