import { effect, many, maybeOne } from "../../platform/index.ts";
import type { ResellerAccount } from "./resellerAccount.ts";

const ACCOUNT = `a.root_id as "resellerId", a.currency, a.balance_minor as "balanceMinor",
  a.credit_minor as "creditMinor", a.invoice_days as "invoiceDays", a.reference,
  (select coalesce(sum(r.amount_minor - r.paid_minor), 0)::bigint
     from money.receivable as r
    where r.reseller_id = a.root_id and r.currency = a.currency) as "invoicedMinor"`;

export const insertAccount = effect(
  "insert_reseller_account",
  `with made as (
     insert into money.reseller_account (root_id, currency, credit_minor, invoice_days, reference)
     values ($1, $2, $3, $4, $5)
     returning root_id, reference
   )
   insert into money.payment_reference (reference, root_id, iban, bic, holder, created_at)
   select reference, root_id, $6, $7, $8, $9 from made`,
);

/** The credit and days of a contract that changed. Zero: so much of the credit is used. */
export const saveTerms = effect(
  "save_reseller_account_terms",
  `update money.reseller_account
      set credit_minor = $3, invoice_days = $4, version = version + 1
    where root_id = $1 and currency = $2 and balance_minor >= -$3::bigint`,
);

export const accountsOf = many<ResellerAccount>(
  "reseller_accounts_of",
  `select ${ACCOUNT}
     from money.reseller_account as a where a.root_id = any($1) order by a.root_id, a.currency`,
);

/**
 * Locks the account that an order is paid from. What is open on invoices is read in a statement of its own
 * after the lock, because this one sees what was committed when it began to wait.
 */
export const lockAccountRow = maybeOne<{ readonly currency: string }>(
  "lock_reseller_account",
  "select currency from money.reseller_account where root_id = $1 and currency = $2 for update",
);

/** Locks all a reseller has with us, and with it its root: money and contract move one by one. */
export const lockAccountsOf = many<{ readonly currency: string }>(
  "lock_reseller_accounts",
  "select currency from money.reseller_account where root_id = $1 order by currency for update",
);

export const accountOf = maybeOne<ResellerAccount>(
  "reseller_account_of",
  `select ${ACCOUNT} from money.reseller_account as a where a.root_id = $1 and a.currency = $2`,
);

/** Adds to a balance, or takes from it what is below nothing. A check keeps it above minus the credit. */
export const moveBalance = effect(
  "move_reseller_balance",
  `update money.reseller_account
      set balance_minor = balance_minor + $3, version = version + 1
    where root_id = $1 and currency = $2`,
);

/**
 * Takes from a balance what a bank took back of its top-ups, also below its credit; below nothing gives it
 * back. Zero: the root has no balance.
 */
export const takeBackTopUp = effect(
  "take_back_top_up",
  `update money.reseller_account
      set balance_minor = balance_minor - $3, taken_back_minor = taken_back_minor + $3, version = version + 1
    where root_id = $1 and currency = $2`,
);

/** The account a reference belongs to. */
export const accountByReference = maybeOne<{ readonly resellerId: string; readonly currency: string }>(
  "reseller_account_by_reference",
  `select a.root_id as "resellerId", a.currency
     from money.payment_reference as told
     join money.reseller_account as a on a.root_id = told.root_id and a.reference = told.reference
    where told.reference = $1 and told.charge_no is null`,
);

/** Gives a credit of the bank to a reseller's balance. No row: somebody took it before. */
export const assignToReseller = maybeOne<{ readonly creditId: string }>(
  "assign_credit_to_reseller",
  `update money.bank_credit
      set state = 'assigned', root_id = $2, allocated_minor = amount_minor, assigned_at = $3, assigned_by = $4
    where credit_id = $1 and state = 'unallocated'
   returning credit_id as "creditId"`,
);
