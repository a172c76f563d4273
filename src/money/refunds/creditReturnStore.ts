import { maybeOne } from "../../platform/index.ts";
import type { BankCredit } from "../bank/index.ts";

/** Money that came to our bank, locked: it is the root of what is paid back of it. */
export const lockCredit = maybeOne<
  Pick<BankCredit, "creditId" | "amountMinor" | "currency" | "state" | "reference">
>(
  "lock_bank_credit",
  `select credit_id as "creditId", amount_minor as "amountMinor", currency, state, reference
     from money.bank_credit where credit_id = $1 for update`,
);

/** Says that it goes back. No row: it was given to a charge, or goes back already. */
export const giveCreditBack = maybeOne<{ creditId: string }>(
  "give_bank_credit_back",
  `update money.bank_credit set state = 'returned'
    where credit_id = $1 and state = 'unallocated'
   returning credit_id as "creditId"`,
);

/** Says that it does not: it is nobody's again. */
export const keepCredit = maybeOne<{ creditId: string }>(
  "keep_bank_credit",
  `update money.bank_credit set state = 'unallocated'
    where credit_id = $1 and state = 'returned'
   returning credit_id as "creditId"`,
);
