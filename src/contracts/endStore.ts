import { maybeOne } from "../platform/index.ts";

/** Ends a contract before its time. No row: it is over, or gives nothing while its payment is disputed. */
export const endEarly = maybeOne<{ no: number }>(
  "end_contract_early",
  `update contracts.contract
      set state = 'cancelled', cancelled_at = $3, cancelled_from = state, version = version + 1
    where device_id = $1 and no = $2 and state = any($4)
   returning no`,
);

/**
 * Gives a contract that was ended, or suspended, back what it was before: waiting where another one has the
 * device, used up where nothing is left, else running. No row: it is neither, its time is over, or another
 * one waits or runs in its place.
 */
export const takeUpAgain = maybeOne<{ no: number; state: string }>(
  "take_up_contract_again",
  `update contracts.contract as c
      set state = taken.state, cancelled_at = null, cancelled_from = null, version = version + 1
     from (
       select case
                when exists (select from contracts.contract as other
                              where other.device_id = $1 and other.no <> $2
                                and other.state in ('active', 'exhausted', 'suspended')) then 'scheduled'
                when exists (select from contracts.benefit_slot as slot
                              where slot.device_id = $1 and slot.contract_no = $2)
                 and not exists (select from contracts.benefit_slot as slot
                                  where slot.device_id = $1 and slot.contract_no = $2
                                    and slot.state <> 'used')
                  then 'exhausted'
                else 'active'
              end as state
     ) as taken
    where c.device_id = $1 and c.no = $2 and c.state = $3 and c.ends_at > $4
      and (taken.state <> 'scheduled'
           or ((c.renews_no is not null or c.cancelled_from = 'scheduled')
               and not exists (select from contracts.contract as waiting
                                where waiting.device_id = $1 and waiting.no <> $2
                                  and waiting.state = 'scheduled')))
   returning c.no, c.state`,
);

/** Gives nothing any more while its payment is disputed. No row: it has ended, or does so already. */
export const suspend = maybeOne<{ no: number }>(
  "suspend_contract",
  `update contracts.contract set state = 'suspended', version = version + 1
    where device_id = $1 and no = $2 and state in ('active', 'exhausted', 'scheduled')
   returning no`,
);
