import { effect, maybeOne, one } from "../platform/index.ts";
import type { ContractState } from "./contract.ts";

/** Concludes a contract and grants its slots, one row for each. `$14` and `$15` are benefits and how many of each. */
export const insertContract = effect(
  "insert_contract",
  `with contract as (
     insert into contracts.contract (device_id, no, programme, terms_version, product, region, zone, currency,
                                     holder_id, state, starts_at, ends_at, renews_no, charge_no, receipt,
                                     concluded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $16, $17, $18)
     returning device_id, no
   )
   insert into contracts.benefit_slot (device_id, contract_no, benefit, no)
   select contract.device_id, contract.no, granted.benefit, slot.no
     from contract, unnest($14::text[], $15::integer[]) as granted(benefit, count),
          generate_series(1, granted.count) as slot(no)`,
);

/** Moves a contract from one state to another. No row: it is not in that state any more. */
export const moveContract = maybeOne<{ no: number }>(
  "move_contract",
  `update contracts.contract set state = $4, version = version + 1
    where device_id = $1 and no = $2 and state = $3
   returning no`,
);

/** Starts the contract that waits for this one to end. No row: none waits. */
export const startSuccessor = maybeOne<{ no: number }>(
  "start_successor",
  `update contracts.contract set state = 'active', version = version + 1
    where device_id = $1 and renews_no = $2 and state = 'scheduled'
   returning no`,
);

/** Reserves the free slot with the lowest number for a claim. No row: none is left. */
export const takeSlot = maybeOne<{ no: number }>(
  "take_slot",
  `update contracts.benefit_slot
      set state = 'reserved', claim_no = $4, reserved_at = $5
    where state = 'free'
      and (device_id, contract_no, benefit, no) = (
        select device_id, contract_no, benefit, no
          from contracts.benefit_slot
         where device_id = $1 and contract_no = $2 and benefit = $3 and state = 'free'
         order by no
         limit 1
           for update skip locked)
   returning no`,
);

/** Gives back the slot a claim reserved. No row: it holds none, or has used it. */
export const freeSlot = maybeOne<{ contractNo: number; no: number }>(
  "free_slot",
  `update contracts.benefit_slot
      set state = 'free', claim_no = null, reserved_at = null
    where device_id = $1 and claim_no = $2 and benefit = $3 and state = 'reserved'
   returning contract_no as "contractNo", no`,
);

/** Uses the slot a claim reserved. No row: it has reserved none. */
export const spendSlot = maybeOne<{ contractNo: number; no: number }>(
  "spend_slot",
  `update contracts.benefit_slot
      set state = 'used', used_at = $4
    where device_id = $1 and claim_no = $2 and benefit = $3 and state = 'reserved'
   returning contract_no as "contractNo", no`,
);

/** The receipt a contract was concluded with. */
export const receiptOfContract = one<{ receipt: unknown }>(
  "receipt_of_contract",
  "select receipt from contracts.contract where device_id = $1 and no = $2",
);

/** A row of the list of contracts. */
export interface ListedContract {
  readonly deviceId: string;
  readonly no: number;
  readonly state: ContractState;
  readonly concludedAt: Temporal.Instant;
}

/** Whether the holder of a contract is reached at this e-mail address. */
export const contractOfEmail = maybeOne<{ no: number }>(
  "contract_of_email",
  `select c.no
     from contracts.contract c join identity.email_index e on e.person_id = c.holder_id
    where c.device_id = $1 and c.no = $2 and e.email = $3`,
);
