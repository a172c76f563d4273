import { maybeOne, one, type Queryable } from "../../../platform/index.ts";
import type { About } from "../../matter.ts";

/** A line in the books of the test bank. */
export interface TestPayment {
  readonly key: string;
  readonly about: About;
  readonly providerRef: string;
  readonly method: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly outcome: "unheard" | "succeeded" | "failed" | "pending" | "returned";
  /** What it moved instead, where it moved something else. */
  readonly movedMinor: number | null;
  readonly movedCurrency: string | null;
  readonly returnUrl: string | null;
  readonly createdAt: Temporal.Instant;
}

const TEST_PAYMENT = `key, about, provider_ref as "providerRef", method, amount_minor as "amountMinor",
  currency, outcome, moved_minor as "movedMinor", moved_currency as "movedCurrency",
  return_url as "returnUrl", created_at as "createdAt"`;

/**
 * Its memory is not our books: a server that dies may take the last of it along, but never what our books say
 * came of it, which is written later. So nobody waits for the disk.
 */
const bookTestPayment = one<TestPayment>(
  "book_test_payment",
  `with soon as materialized (select set_config('synchronous_commit', 'off', true))
   insert into money.test_payment
     (key, provider_ref, about, method, amount_minor, currency, outcome, moved_minor, moved_currency, of_ref,
      return_url, created_at)
   select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from soon
   on conflict (key) do update
     set asked = test_payment.asked + 1,
         outcome = case when test_payment.outcome = 'unheard' then 'succeeded' else test_payment.outcome end
   returning ${TEST_PAYMENT}`,
);

/**
 * Books a payment, or answers with the one that was booked for this key before. What never arrived is booked
 * when it comes again.
 */
export function insertTestPayment(
  db: Queryable,
  row: TestPayment & { readonly ofRef: string | null },
): Promise<TestPayment> {
  const { key, providerRef, about, method, amountMinor, currency, outcome, movedMinor, movedCurrency } = row;
  const moved = [movedMinor, movedCurrency, row.ofRef, row.returnUrl, row.createdAt];
  return bookTestPayment(db, key, providerRef, about, method, amountMinor, currency, outcome, ...moved);
}

/** What the test bank has on a key. */
export const testPaymentOf = maybeOne<TestPayment>(
  "test_payment_of",
  `update money.test_payment set asked = asked + 1 where key = $1 returning ${TEST_PAYMENT}`,
);

/** What the test bank has under a reference of its own. */
export const testPaymentByRef = maybeOne<TestPayment>(
  "test_payment_by_ref",
  `select ${TEST_PAYMENT} from money.test_payment where provider_ref = $1`,
);

/** Ends what is pending, or gives back what was moved wrongly. No row: it had ended otherwise. */
export const endTestPayment = maybeOne<TestPayment>(
  "end_test_payment",
  `update money.test_payment set outcome = $2 where key = $1 and outcome = $3 returning ${TEST_PAYMENT}`,
);
