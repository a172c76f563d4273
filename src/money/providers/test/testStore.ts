import { maybeOne, one, type Queryable } from "../../../platform/index.ts";

/** A payment in the books of the test provider. */
export interface TestPayment {
  readonly providerRef: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly outcome: "succeeded" | "failed" | "pending";
}

const TEST_PAYMENT = `provider_ref as "providerRef", amount_minor as "amountMinor", currency, outcome`;

const bookTestPayment = one<TestPayment>(
  "book_test_payment",
  `insert into money.test_payment (key, provider_ref, method, amount_minor, currency, outcome, created_at)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (key) do update set asked = test_payment.asked + 1
   returning ${TEST_PAYMENT}`,
);

/** Books a payment, or answers with the one that was booked for this key before. */
export function insertTestPayment(
  db: Queryable,
  row: TestPayment & { readonly key: string; readonly method: string; readonly at: Temporal.Instant },
): Promise<TestPayment> {
  const { key, providerRef, method, amountMinor, currency, outcome, at } = row;
  return bookTestPayment(db, key, providerRef, method, amountMinor, currency, outcome, at);
}

/** What the test provider has on a key. A pending payment settles when it is asked about. */
export const askTestPayment = maybeOne<TestPayment>(
  "ask_test_payment",
  `update money.test_payment
      set asked = asked + 1, outcome = case when outcome = 'pending' then 'succeeded' else outcome end
    where key = $1
   returning ${TEST_PAYMENT}`,
);
