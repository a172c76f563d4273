import { type Caller, notFound, type Queryable, readPublicId, type Tx } from "../platform/index.ts";
import type { Contract } from "./contract.ts";
import { contractOfEmail, holdsAny } from "./contractStore.ts";
import { type DeviceRecord, deviceRecord, lockDevice } from "./deviceRecord.ts";

/** A contract with the record of its device. */
export interface ContractFound {
  readonly record: DeviceRecord;
  readonly contract: Contract;
}

/**
 * The contract with this public id, its device locked. Errors: Problem 404, also when it is not the
 * caller's to see.
 */
export async function lockContract(tx: Tx, id: string): Promise<ContractFound> {
  const { rootId, no } = readContractId(id);
  return await demandSeen(tx, tx.caller, await lockDevice(tx, { deviceId: rootId }), no);
}

/** The same for a question. */
export async function demandContract(
  db: Queryable & { readonly caller: Caller },
  id: string,
): Promise<ContractFound> {
  const { rootId, no } = readContractId(id);
  return await demandSeen(db, db.caller, await deviceRecord(db, { deviceId: rootId }), no);
}

/**
 * The record of the device with this public id. Errors: Problem 404, also when the caller holds no contract
 * on it.
 */
export async function demandDevice(
  db: Queryable & { readonly caller: Caller },
  id: string,
): Promise<DeviceRecord> {
  const deviceId = readPublicId("dev", id)?.rootId;
  const record = deviceId === undefined ? undefined : await deviceRecord(db, { deviceId });
  const seen =
    seesAll(db.caller) ||
    (db.caller.email !== undefined && (await holdsAny(db, deviceId, db.caller.email)) !== undefined);
  if (record === undefined || !seen) {
    throw notFound("device");
  }
  return record;
}

/** Owners see what is held by the address they have proved; the office sees the whole programme. */
export function seesAll({ role }: Caller): boolean {
  return role === "staff" || role === "manager" || role === "integrator" || role === "system";
}

function readContractId(id: string): { readonly rootId: string; readonly no: number } {
  const read = readPublicId("ctr", id);
  if (read?.no === undefined) {
    throw notFound("contract");
  }
  return { rootId: read.rootId, no: read.no };
}

async function demandSeen(
  db: Queryable,
  caller: Caller,
  record: DeviceRecord | undefined,
  no: number,
): Promise<ContractFound> {
  const contract = record?.contracts.find((one) => one.no === no);
  if (record === undefined || contract === undefined || !(await sees(db, caller, contract))) {
    throw notFound("contract");
  }
  return { record, contract };
}

async function sees(db: Queryable, caller: Caller, { deviceId, no }: Contract): Promise<boolean> {
  return (
    seesAll(caller) ||
    (caller.email !== undefined && (await contractOfEmail(db, deviceId, no, caller.email)) !== undefined)
  );
}
