import { accepted, type Decision, type Tx } from "../../platform/index.ts";
import { NOWHERE } from "../bank/index.ts";
import { type Account, post } from "../ledger/index.ts";
import { lockCredit } from "../refunds/index.ts";
import { refuse } from "../refusals.ts";
import { assignToSupplier } from "./supplierStore.ts";

/** What a supplier is claimed for, and where the income of it belongs. */
export interface BookedRecovery {
  readonly rootId: string;
  readonly no: number;
  readonly supplier: string;
  readonly programme: string;
  readonly region: string;
  readonly currency: string;
  readonly amountMinor: number;
}

/** A supplier owes for what it is not asked to pay by programme: its account is of none. */
function owedBy({ supplier, currency }: Pick<BookedRecovery, "supplier" | "currency">): Account {
  return { ...NOWHERE, currency, kind: "supplier_receivable", party: supplier };
}

/** Books a recovery that was sent: its supplier owes it. Once, by its source. */
export async function bookRecovery(tx: Tx, recovery: BookedRecovery): Promise<void> {
  const { rootId, no, programme, region, currency, amountMinor } = recovery;
  const income: Account = { programme, region, currency, kind: "recovery_income" };
  await post(tx, rootId, `recovery/${no}/sent`, [{ debit: owedBy(recovery), credit: income, amountMinor }]);
}

/** Books what of a recovery that was sent is owed no more. Once, by its source. */
export async function writeOffRecovery(tx: Tx, recovery: BookedRecovery): Promise<void> {
  const { rootId, no, programme, region, currency, amountMinor } = recovery;
  const lost: Account = { programme, region, currency, kind: "recovery_write_off" };
  await post(tx, rootId, `recovery/${no}/answered`, [{ debit: lost, credit: owedBy(recovery), amountMinor }]);
}

/** What a supplier pays at once, and the root that its money belongs to from then on. */
export interface SupplierPayment {
  readonly creditId: string;
  readonly supplierRootId: string;
  readonly supplier: string;
  readonly currency: string;
  readonly amountMinor: number;
}

/** Gives money at our bank to the supplier it came from, whole and once; it must be what is paid by it. */
export async function takeSupplierPayment(tx: Tx, payment: SupplierPayment): Promise<Decision<true>> {
  const { creditId, supplierRootId, currency, amountMinor } = payment;
  const credit = await lockCredit(tx, creditId);
  if (credit === undefined || credit.currency !== currency) {
    return refuse(credit === undefined ? "credit_unknown" : "currency_differs");
  }
  if (credit.amountMinor !== amountMinor) {
    return refuse("sum_differs");
  }
  if ((await assignToSupplier(tx, creditId, supplierRootId, tx.at, tx.caller.id)) === undefined) {
    return refuse(
      credit.state === "returned" || credit.state === "paid_out"
        ? `credit_${credit.state}`
        : "credit_assigned",
    );
  }
  const arrived: Account = { ...NOWHERE, currency, kind: "unallocated" };
  await post(tx, supplierRootId, `bank_credit/${creditId}`, [
    { debit: arrived, credit: owedBy(payment), amountMinor },
  ]);
  return accepted(true);
}
