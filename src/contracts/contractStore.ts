import { effect, many, maybeOne } from "../platform/index.ts";
import { CHANGED_UNIT } from "./deviceStore.ts";

/** Concludes a contract (`$1`, a row as JSON) and grants its slots (`$2`), one row for each. */
export const insertContract = effect(
  "insert_contract",
  `with contract as (
     insert into contracts.contract
     select given.* from json_populate_record(null::contracts.contract, $1::json) as given
     returning device_id, no
   )
   insert into contracts.benefit_slot (device_id, contract_no, benefit, no, state)
   select contract.device_id, contract.no, granted.benefit, slot.no, 'free'
     from contract, jsonb_to_recordset($2::jsonb) as granted(benefit text, count integer),
          generate_series(1, granted.count) as slot(no)`,
);

/** Moves a contract from one of some states to another. No row: it is in none of them any more. */
export const moveContract = maybeOne<{ no: number }>(
  "move_contract",
  `update contracts.contract set state = $4, version = version + 1
    where device_id = $1 and no = $2 and state = any($3)
   returning no`,
);

/** Starts the contract that waits for the one that has just ended, of which there is one at the most. */
export const startSuccessor = maybeOne<{ no: number }>(
  "start_successor",
  `update contracts.contract set state = 'active', version = version + 1
    where device_id = $1 and state = 'scheduled'
   returning no`,
);

/**
 * Reserves the free slot with the lowest number for a claim, as a part of its benefit (`$6`, or null). No
 * row: none is left, or its contract was ended, or gives nothing while its payment is disputed, or so many
 * parts are taken already: of `$7`, each `parts` may be taken `count` times in all.
 */
export const takeSlot = maybeOne<{ no: number }>(
  "take_slot",
  `update contracts.benefit_slot
      set state = 'reserved', claim_no = $4, reserved_at = $5, part = $6
    where state = 'free'
      and not exists (
        select from jsonb_to_recordset($7::jsonb) as within(parts text[], count integer)
         where within.count <= (
           select count(*) from contracts.benefit_slot
            where device_id = $1 and contract_no = $2 and part = any(within.parts)))
      and (device_id, contract_no, benefit, no) = (
        select device_id, contract_no, benefit, no
          from contracts.benefit_slot
         where device_id = $1 and contract_no = $2 and benefit = $3 and state = 'free'
           and not exists (
             select from contracts.contract as held
              where held.device_id = $1 and held.no = $2 and held.state in ('cancelled', 'suspended'))
         order by no
         limit 1
           for update skip locked)
   returning no`,
);

/** A slot that a claim let go of, or used. */
interface LeftSlot {
  readonly contractNo: number;
  readonly benefit: string;
  readonly no: number;
}

/** Gives back the slots a claim reserved: of the benefits `$3`, of all where it is null. */
export const freeSlots = many<LeftSlot>(
  "free_slots",
  `with freed as (
     update contracts.benefit_slot
        set state = 'free', claim_no = null, reserved_at = null, part = null
      where device_id = $1 and claim_no = $2 and state = 'reserved'
        and ($3::text[] is null or benefit = any($3))
     returning contract_no as "contractNo", benefit, no
   )
   select "contractNo", benefit, no from freed order by "contractNo", benefit, no`,
);

/**
 * Uses the slots that the claim `$4` reserved; a running contract with nothing left, free or reserved, is
 * exhausted. With them the unit `$2` takes over, where it is not null.
 */
export const spendSlots = many<LeftSlot & { readonly exhausted: boolean }>(
  "spend_slots",
  `with ${CHANGED_UNIT}, spent as (
     update contracts.benefit_slot
        set state = 'used', used_at = $3
      where device_id = $1 and claim_no = $4 and state = 'reserved'
     returning contract_no, benefit, no
   ), exhausted as (
     update contracts.contract
        set state = 'exhausted', version = version + 1
      where contract.device_id = $1 and contract.state = 'active'
        and contract.no in (select contract_no from spent)
        and not exists (
          select from contracts.benefit_slot as other
           where other.device_id = $1 and other.contract_no = contract.no and other.state <> 'used'
             and (other.benefit, other.no) not in (select benefit, no from spent))
     returning contract.no
   )
   select contract_no as "contractNo", benefit, no,
          contract_no in (select no from exhausted) as exhausted
     from spent order by contract_no, benefit, no`,
);

/** Whether the holder of a contract is reached at this e-mail address. */
export const contractOfEmail = maybeOne<{ no: number }>(
  "contract_of_email",
  `select c.no
     from contracts.contract c join identity.email_index e on e.person_id = c.holder_id
    where c.device_id = $1 and c.no = $2 and e.email = $3`,
);

/** The place in the list of contracts after which a page begins. */
export interface ContractPlace {
  readonly concludedAt: Temporal.Instant;
  readonly deviceId: string;
  readonly no: number;
}

/**
 * A page of contracts, the newest first. Null `$1` sees all, `$2` every state, `$3` every product, `$4` the
 * first.
 */
export const pageOfContracts = many<ContractPlace>(
  "page_of_contracts",
  `select c.concluded_at as "concludedAt", c.device_id as "deviceId", c.no
     from contracts.contract c
    where ($1::text is null
           or c.holder_id in (select person_id from identity.email_index where email = $1))
      and ($2::text is null or c.state = $2)
      and ($3::text is null or c.product = $3)
      and ($4::timestamptz is null or c.concluded_at < $4
           or (c.concluded_at = $4 and (c.device_id, c.no) > ($5, $6)))
    order by c.concluded_at desc, c.device_id, c.no
    limit $7`,
);

/** The contracts of the holder reached at this e-mail address. */
export const contractsOfEmail = many<{ readonly deviceId: string; readonly no: number }>(
  "contracts_of_email",
  `select c.device_id as "deviceId", c.no
     from contracts.contract c join identity.email_index e on e.person_id = c.holder_id
    where e.email = $1`,
);
