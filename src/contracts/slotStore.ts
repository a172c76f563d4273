import { many } from "../platform/index.ts";

/**
 * Fills a benefit of a contract up to `$4` uses that can be had, numbered on. Under the lock of its device;
 * what is there already is counted, so that doing it again adds nothing.
 */
export const fillSlots = many<{ no: number }>(
  "fill_slots",
  `insert into contracts.benefit_slot (device_id, contract_no, benefit, no, state)
   select $1, $2, $3, had.last + missing.no, 'free'
     from (select coalesce(max(no), 0) as last, count(*) filter (where state = 'free') as free
             from contracts.benefit_slot
            where device_id = $1 and contract_no = $2 and benefit = $3) as had,
          generate_series(1, $4::integer - had.free::integer) as missing(no)
   returning no`,
);
