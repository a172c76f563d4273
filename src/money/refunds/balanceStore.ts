import { many, maybeOne, one } from "../../platform/index.ts";
import type { Refund } from "./refund.ts";
import { NO_TRY_OPEN, REFUND } from "./refundStore.ts";

/** What a payer has with us in one place of the books. */
export interface BalancePart {
  readonly programme: string;
  readonly region: string;
  readonly amountMinor: number;
}

/** What the payer of a charge (`$1`, its party in the ledger) has with us, place by place. */
export const balanceParts = many<BalancePart>(
  "balance_parts",
  `select account.programme, account.region,
          sum(month.credit_minor - month.debit_minor)::bigint as "amountMinor"
     from money.account
     join money.account_month as month using (account_id)
    where account.kind = 'payer_balance' and account.party = $1
    group by account.account_id, account.programme, account.region
   having sum(month.credit_minor - month.debit_minor) > 0
    order by account.programme, account.region`,
);

/** What went into the balance of a charge's payer and out of it, as far as its provider and banks ask. */
export interface BalanceMoves {
  /** What refunds of the charge have put into it, that no dispute has taken. */
  readonly refundedMinor: number;
  /** What was given back by the provider out of it, or is being. */
  readonly byProviderMinor: number;
  /** What was promised out of it, is not paid, and is not being paid now. */
  readonly waitingMinor: number;
  /** All that was promised out of it, paid or not. */
  readonly promisedMinor: number;
}

/** Those of a charge: `$1` root, `$2` number; the refund `$3` left out of them where one is named. */
export const balanceMoves = one<BalanceMoves>(
  "balance_moves",
  `select coalesce(sum(amount_minor - settled_minor)
            filter (where state = 'paid' and means = 'balance' and kind not in ('penalty', 'balance')), 0)
            ::bigint as "refundedMinor",
          coalesce(sum(amount_minor) filter (where kind = 'balance' and means = 'provider'), 0)::bigint
            as "byProviderMinor",
          coalesce(sum(amount_minor) filter (
            where kind = 'balance' and state <> 'paid' and ${NO_TRY_OPEN}), 0)::bigint as "waitingMinor",
          coalesce(sum(amount_minor) filter (where kind = 'balance'), 0)::bigint as "promisedMinor"
     from money.refund
    where root_id = $1 and charge_no = $2 and state <> 'declined' and no is distinct from $3::integer`,
);

/** Payouts of a balance that nobody has paid and no try is paying, the largest first. */
export const waitingPayouts = many<Refund>(
  "waiting_payouts",
  `select ${REFUND} from money.refund
    where root_id = $1 and charge_no = $2 and kind = 'balance'
      and state in ('requested', 'approved', 'failed')
      and ${NO_TRY_OPEN}
    order by amount_minor desc, no desc`,
);

/** Takes a payout back that waits, whoever had agreed to it: by whom (`$3`), and why (`$5`). */
export const takePayoutBack = maybeOne<Refund>(
  "take_payout_back",
  `update money.refund
      set state = 'declined', decided_by = $3, decided_at = $4,
          decision_reason = $5, closed_at = $4, version = version + 1
    where root_id = $1 and no = $2 and kind = 'balance' and state in ('requested', 'approved', 'failed')
   returning ${REFUND}`,
);
