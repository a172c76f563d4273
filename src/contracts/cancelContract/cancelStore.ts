import { maybeOne } from "../../platform/index.ts";

/** Ends a contract before its time. No row: it is over, or gives nothing while its payment is disputed. */
export const endEarly = maybeOne<{ no: number }>(
  "end_contract_early",
  `update contracts.contract
      set state = 'cancelled', cancelled_at = $3, cancelled_from = state, version = version + 1
    where device_id = $1 and no = $2 and state = any($4)
   returning no`,
);

/** Gives a contract that was ended back what it was before. No row: it was not ended. */
export const takeUpAgain = maybeOne<{ no: number; state: string }>(
  "take_up_contract_again",
  `update contracts.contract
      set state = cancelled_from, cancelled_at = null, cancelled_from = null, version = version + 1
    where device_id = $1 and no = $2 and state = 'cancelled'
   returning no, state`,
);

/** Gives nothing any more while its payment is disputed. No row: it has ended. */
export const suspend = maybeOne<{ no: number }>(
  "suspend_contract",
  `update contracts.contract set state = 'suspended', version = version + 1
    where device_id = $1 and no = $2 and state in ('active', 'exhausted', 'scheduled')
   returning no`,
);
