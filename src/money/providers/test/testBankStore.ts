import { many } from "../../../platform/index.ts";
import type { About } from "../../matter.ts";

/** What the test bank has done since `$1`. */
export const testBankSince = many<{
  readonly key: string;
  readonly about: About;
  readonly method: string;
  readonly providerRef: string;
  readonly ofRef: string | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly feeMinor: number;
  readonly createdAt: Temporal.Instant;
}>(
  "test_bank_since",
  `select key, about, method, provider_ref as "providerRef", of_ref as "ofRef",
          coalesce(moved_minor, amount_minor) as "amountMinor",
          coalesce(moved_currency, currency) as currency, fee_minor as "feeMinor",
          created_at as "createdAt"
     from money.test_payment
    where created_at >= $1 and outcome = 'succeeded' and about in ('charge', 'refund', 'capture')
    order by created_at, key`,
);
