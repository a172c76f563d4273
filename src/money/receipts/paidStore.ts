import { many } from "../../platform/index.ts";
import type { Purpose } from "../charge.ts";
import type { ChargeLine } from "../ledger/index.ts";
import { REFUND, type Refund } from "../refunds/index.ts";

/** What a receipt is written from: a captured charge, what it was made of, and the try that paid it. */
export interface PaidCharge {
  readonly rootId: string;
  readonly no: number;
  readonly purpose: Purpose;
  /** The claim's or contract's number within the root; null for an order. */
  readonly subjectNo: number | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly paidAt: Temporal.Instant;
  readonly provider: string;
  readonly method: string;
  /** Null where the provider gave none. */
  readonly providerRef: string | null;
  readonly lines: readonly ChargeLine[];
  /** What its payer has with us of it: what came above it, or was put there instead of being paid back. */
  readonly balanceMinor: number;
}

/** The charges of these roots that somebody paid, the newest first. One of nothing has no receipt. */
export const paidOfRoots = many<PaidCharge>(
  "paid_of_roots",
  `select charge.root_id as "rootId", charge.no, charge.purpose, charge.subject_no as "subjectNo",
          charge.amount_minor as "amountMinor", charge.currency, charge.closed_at as "paidAt",
          attempt.provider, attempt.method, attempt.provider_ref as "providerRef",
          (select coalesce(jsonb_agg(jsonb_build_object(
                    'kind', line.kind, 'programme', line.programme, 'region', line.region,
                    'plan', line.plan, 'quantity', line.quantity, 'netMinor', line.net_minor,
                    'taxMinor', line.tax_minor, 'taxKind', line.tax_kind, 'taxCountry', line.tax_country,
                    'taxRateBasisPoints', line.tax_rate_basis_points) order by line.no), '[]'::jsonb)
             from money.charge_line as line
            where line.root_id = charge.root_id and line.charge_no = charge.no) as lines,
          (select coalesce(sum(month.credit_minor - month.debit_minor), 0)::bigint
             from money.account
             join money.account_month as month using (account_id)
            where account.kind = 'payer_balance'
              and account.party = 'chg_' || charge.root_id || '_' || charge.no) as "balanceMinor"
     from money.charge
     join money.attempt
       on attempt.root_id = charge.root_id and attempt.about = 'charge' and attempt.about_no = charge.no
      and attempt.state = 'succeeded'
    where charge.root_id = any($1::text[]) and charge.state = 'captured'
    order by charge.closed_at desc, charge.root_id, charge.no`,
);

/** What was promised back of the charges of these roots, the newest first. */
export const refundsOfRoots = many<Refund & { readonly chargeNo: number }>(
  "refunds_of_roots",
  `select ${REFUND} from money.refund where root_id = any($1::text[]) and charge_no is not null
    order by requested_at desc, root_id, no`,
);
