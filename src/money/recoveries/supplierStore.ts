import { many, maybeOne } from "../../platform/index.ts";

/** Gives a credit of the bank to a supplier. No row: somebody took it before. */
export const assignToSupplier = maybeOne<{ readonly creditId: string }>(
  "assign_credit_to_supplier",
  `update money.bank_credit
      set state = 'assigned', root_id = $2, allocated_minor = amount_minor, assigned_at = $3, assigned_by = $4
    where credit_id = $1 and state = 'unallocated'
   returning credit_id as "creditId"`,
);

/** What suppliers owe us by the books. */
export interface SupplierBalance {
  readonly supplier: string;
  readonly currency: string;
  readonly amountMinor: number;
}

/** The balance of each supplier and currency; of one, or of all (null). */
export const balancesOfSuppliers = many<SupplierBalance>(
  "balances_of_suppliers",
  `select a.party as supplier, a.currency, sum(m.debit_minor - m.credit_minor)::bigint as "amountMinor"
     from money.account as a join money.account_month as m using (account_id)
    where a.kind = 'supplier_receivable' and ($1::text is null or a.party = $1)
    group by a.party, a.currency
    order by a.party, a.currency`,
);
