import { personsInSight, sightOf } from "../identity/index.ts";
import { type Caller, notFound, type Queryable, readPublicId, type Tx } from "../platform/index.ts";
import type { Contract } from "./contract.ts";
import { type DeviceRecord, deviceRecord, lockDevice } from "./deviceRecord.ts";
import { partSeenBy } from "./partSeenBy.ts";

/** A contract with the record of its device, and the part of that which the caller sees. */
export interface ContractFound {
  readonly record: DeviceRecord;
  readonly contract: Contract;
  readonly seen: DeviceRecord;
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
 * What the caller sees of the record of the device with this public id. Errors: Problem 404, also when the
 * caller holds no contract on it.
 */
export async function demandDevice(
  db: Queryable & { readonly caller: Caller },
  id: string,
): Promise<DeviceRecord> {
  const deviceId = readPublicId("dev", id)?.rootId;
  const record = deviceId === undefined ? undefined : await deviceRecord(db, { deviceId });
  const seen = record === undefined ? undefined : await partInSight(db, db.caller, record);
  if (seen === undefined) {
    throw notFound("device");
  }
  return seen;
}

/**
 * What a caller sees of a device's record: the office all of it, an owner the part of the persons behind the
 * address they have proved; undefined when these hold nothing on it.
 */
export async function partInSight(
  db: Queryable,
  caller: Caller,
  record: DeviceRecord,
): Promise<DeviceRecord | undefined> {
  const sight = sightOf(caller);
  if (sight.office) {
    return record;
  }
  const part = partSeenBy(record, await personsInSight(db, sight));
  return part.contracts.length === 0 ? undefined : part;
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
  const seen = record === undefined ? undefined : await partInSight(db, caller, record);
  const contract = seen?.contracts.find((one) => one.no === no);
  if (record === undefined || seen === undefined || contract === undefined) {
    throw notFound("contract");
  }
  return { record, contract, seen };
}
