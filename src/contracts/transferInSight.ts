import { personsInSight, sightOf } from "../identity/index.ts";
import { type Caller, notFound, type Queryable, readPublicId, type Tx } from "../platform/index.ts";
import { type Contract, contractId } from "./contract.ts";
import { type DeviceRecord, deviceRecord, lockDevice } from "./deviceRecord.ts";
import { type Transfer, type TransferShape, transferId } from "./transfer.ts";
import { transfersOf } from "./transferStore.ts";

/** A transfer with what it is about, and whom the caller is to it. */
export interface TransferFound {
  readonly transfer: Transfer;
  /** All transfers of the device. */
  readonly transfers: readonly Transfer[];
  readonly record: DeviceRecord;
  readonly contract: Contract;
  readonly you: TransferShape["you"];
}

/**
 * The transfer with this public id, its device locked. Errors: Problem 404, also when the caller is no party
 * to it.
 */
export async function lockTransfer(tx: Tx, id: string): Promise<TransferFound> {
  const { rootId, no } = transferKey(id);
  const [record, transfers] = await Promise.all([
    lockDevice(tx, { deviceId: rootId }),
    transfersOf(tx, rootId),
  ]);
  return await demandParty(tx, tx.caller, { record, transfers, no });
}

/** The same for a question. */
export async function demandTransfer(
  db: Queryable & { readonly caller: Caller },
  id: string,
): Promise<TransferFound> {
  const { rootId, no } = transferKey(id);
  const [record, transfers] = await Promise.all([
    deviceRecord(db, { deviceId: rootId }),
    transfersOf(db, rootId),
  ]);
  return await demandParty(db, db.caller, { record, transfers, no });
}

/** The outside form of a transfer, for one of its parties or the office. */
export function transferView({
  transfer,
  record,
  contract,
  you,
}: Omit<TransferFound, "transfers">): TransferShape {
  return {
    id: transferId(transfer),
    contractId: contractId(contract),
    serial: serialThen(record, transfer),
    product: contract.product,
    programme: contract.programme,
    endsAt: contract.endsAt.toString(),
    zone: contract.zone,
    state: transfer.state,
    you,
    loses: [...transfer.loses],
    receipt: { ...transfer.receipt, at: transfer.askedAt.toString() },
    askedAt: transfer.askedAt.toString(),
    lapsesAt: transfer.lapsesAt.toString(),
    endedAt: transfer.endedAt?.toString() ?? null,
  };
}

/** Where a transfer is kept, by its public id. Errors: Problem 404 for what is none. */
function transferKey(id: string): { readonly rootId: string; readonly no: number } {
  const read = readPublicId("trf", id);
  if (read?.no === undefined) {
    throw notFound("transfer");
  }
  return { rootId: read.rootId, no: read.no };
}

async function demandParty(
  db: Queryable,
  caller: Caller,
  found: {
    readonly record: DeviceRecord | undefined;
    readonly transfers: readonly Transfer[];
    readonly no: number;
  },
): Promise<TransferFound> {
  const { record, transfers, no } = found;
  const transfer = transfers.find((one) => one.no === no);
  const contract = record?.contracts.find((one) => one.no === transfer?.contractNo);
  const you = transfer === undefined ? undefined : await partyOf(db, caller, transfer);
  if (record === undefined || transfer === undefined || contract === undefined || you === undefined) {
    throw notFound("transfer");
  }
  return { transfer, transfers, record, contract, you };
}

/**
 * Whom a caller is to a transfer; undefined for a stranger. The link of its mail was sent to one address
 * only.
 */
async function partyOf(
  db: Queryable,
  caller: Caller,
  transfer: Transfer,
): Promise<TransferFound["you"] | undefined> {
  const sight = sightOf(caller);
  if (sight.office) {
    return "office";
  }
  return sight.link?.kind === "transfer" && sight.link.id === transferId(transfer)
    ? "taker"
    : partyAmong(await personsInSight(db, sight), transfer);
}

/** Whom these persons are to a transfer. */
export function partyAmong(
  persons: ReadonlySet<string>,
  { fromId, toId }: Pick<Transfer, "fromId" | "toId">,
): "giver" | "taker" | undefined {
  if (persons.has(toId)) {
    return "taker";
  }
  return persons.has(fromId) ? "giver" : undefined;
}

/** The serial the device wore when the transfer ended, so that nobody learns of what came after. */
function serialThen({ device, units }: DeviceRecord, { endedAt }: Transfer): string {
  const worn = units.find(
    ({ to }) => to !== null && endedAt !== null && Temporal.Instant.compare(endedAt, to) < 0,
  );
  return worn?.serial ?? device.serial;
}
