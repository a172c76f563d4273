import { effect, many } from "../../platform/index.ts";
import type { Sale } from "./sale.ts";
import { SALE } from "./saleStore.ts";

/** Locks those of these sales that are not used. */
export const lockUnused = many<Sale>(
  "lock_unused_sales",
  `select ${SALE} from money.sale
    where root_id = $1 and no = any($2::integer[]) and state = 'unused'
    order by no for update`,
);

/** Ends locked sales that nobody can use any more: all of them is earned. */
export const lapseUnused = effect(
  "lapse_unused_sales",
  `update money.sale
      set state = 'lapsed', earned_minor = earned_minor + deferred_minor, deferred_minor = 0,
          earned_until = $3, version = version + 1
    where root_id = $1 and no = any($2::integer[]) and state = 'unused'`,
);
