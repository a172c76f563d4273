import { effect, many, maybeOne, type Queryable } from "../platform/index.ts";
import type { Transfer } from "./transfer.ts";

const TRANSFER = `device_id as "deviceId", no, contract_no as "contractNo", from_id as "fromId",
  to_id as "toId", state, receipt, loses, asked_at as "askedAt", lapses_at as "lapsesAt",
  ended_at as "endedAt"`;

/** The transfers of a device, the oldest first. */
export const transfersOf: (db: Queryable, deviceId: unknown) => Promise<Transfer[]> = many<Transfer>(
  "transfers_of",
  `select ${TRANSFER} from contracts.transfer where device_id = $1 order by no`,
);

/** The transfers of several devices. */
export const transfersOfDevices: (db: Queryable, deviceIds: unknown) => Promise<Transfer[]> = many<Transfer>(
  "transfers_of_devices",
  `select ${TRANSFER} from contracts.transfer where device_id = any($1::text[])`,
);

/** Asks for a transfer, under the lock of its device. */
export const insertTransfer = effect(
  "insert_transfer",
  `insert into contracts.transfer
     (device_id, no, contract_no, from_id, to_id, state, receipt, loses, asked_by, asked_at, lapses_at)
   values ($1, $2, $3, $4, $5, 'asked', $6, $7, $8, $9, $10)`,
);

/** The transfer of a contract that waits for its answer; there is one at the most. */
export const openTransferOf = maybeOne<{ no: number }>(
  "open_transfer_of",
  `select no from contracts.transfer where device_id = $1 and contract_no = $2 and state = 'asked'`,
);

/** Ends a transfer that is still open. No row: it has ended. */
export const endTransfer = maybeOne<{ contractNo: number }>(
  "end_transfer",
  `update contracts.transfer
      set state = $3, ended_at = $4, version = version + 1
    where device_id = $1 and no = $2 and state = 'asked'
   returning contract_no as "contractNo"`,
);

/**
 * Gives a contract that has its device to its next holder, with the one that waits for it. No row: another
 * has it, or it has ended.
 */
export const giveContract = many<{ no: number }>(
  "give_contract",
  `update contracts.contract
      set holder_id = $4, held_from = $5, version = version + 1
    where device_id = $1 and holder_id = $3
      and ((no = $2 and state = 'active') or (renews_no = $2 and state = 'scheduled'))
   returning no`,
);

/** The place in the list of transfers after which a page begins. */
export interface TransferPlace {
  readonly askedAt: Temporal.Instant;
  readonly deviceId: string;
  readonly no: number;
}

/**
 * A page of transfers, the newest first. Null `$1` sees all, otherwise those from or to these persons; null
 * `$2` every state; null `$3` the first; null `$7` every device, otherwise this one's contract `$8`.
 */
export const pageOfTransfers = many<TransferPlace>(
  "page_of_transfers",
  `select asked_at as "askedAt", device_id as "deviceId", no
     from contracts.transfer
    where ($1::text[] is null or from_id = any($1) or to_id = any($1))
      and ($2::text is null or state = $2)
      and ($3::timestamptz is null or asked_at < $3 or (asked_at = $3 and (device_id, no) > ($4, $5)))
      and ($7::text is null or (device_id = $7 and contract_no = $8))
    order by asked_at desc, device_id, no
    limit $6`,
);
