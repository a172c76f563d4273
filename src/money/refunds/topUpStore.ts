import { many } from "../../platform/index.ts";
import { DISPUTED } from "./refundStore.ts";

/** A top-up of a reseller's balance, and what of it was not given back and no bank took. */
export interface TopUp {
  /** Its charge; null for a transfer to the balance. */
  readonly chargeNo: number | null;
  /** Who took the money; null for our bank. */
  readonly provider: string | null;
  readonly method: string;
  readonly leftMinor: number;
}

/** The latest hundred of a reseller in a currency, the latest first. Its root is locked. */
export const latestTopUps = many<TopUp>(
  "latest_top_ups",
  `select "chargeNo", provider, method, "leftMinor" from (
     select charge.no as "chargeNo", attempt.provider, attempt.method, charge.closed_at as at,
            (charge.amount_minor - charge.refunded_minor - ${DISPUTED})::bigint as "leftMinor"
       from money.charge
       join money.attempt
         on attempt.root_id = charge.root_id and attempt.about = 'charge' and attempt.about_no = charge.no
        and attempt.state = 'succeeded'
      where charge.root_id = $1 and charge.currency = $2 and charge.purpose = 'top_up'
        and charge.state = 'captured'
     union all
     select null, null, 'bank_transfer', assigned_at, amount_minor
       from money.bank_credit
      where root_id = $1 and currency = $2 and state = 'assigned' and charge_no is null) as top_up
    order by at desc, "chargeNo" desc nulls last
    limit 100`,
);
