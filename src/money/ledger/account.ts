/**
 * The chart of accounts. Debit accounts grow by what is debited, credit accounts by what is credited.
 *
 * - `clearing`: what a provider has taken for us and not paid out yet. Party: the provider.
 * - `bank`: what has reached our bank.
 * - `receivable`: what was delivered on an invoice and is not paid yet. Party: the payer.
 * - `payer_balance`: what we owe a payer who paid ahead or too much. Party: the payer.
 * - `reseller_balance`: what a reseller has with us to buy from; below nothing on credit. Party: it.
 * - `unallocated`: money that came and belongs to nothing we know of yet.
 * - `deferred_revenue`: what plans were paid and have not earned yet.
 * - `earned_revenue`: what plans have earned.
 * - `undelivered_goods`: what goods and their delivery were paid and are not handed over yet.
 * - `goods_income`: what goods that were handed over brought, with their delivery.
 * - `fee_income`: fees of claims, apart from plans. Party: `send_back` for what sending back unrepaired
 *   costs.
 * - `hold_income`: holds that were captured, for devices and parts that did not come back.
 * - `tax_payable`: tax we hold for a state. Party: its kind.
 * - `refunds_payable`: what we have promised to pay back and have not yet.
 * - `disputed`: what a card holder's bank has taken back while it is disputed. Party: the provider.
 * - `provider_costs`: what providers keep for themselves. Party: the provider.
 * - `penalties`: what late refunds cost.
 * - `goodwill`: what was given back without a plan that ended or a fee that was not owed.
 * - `supplier_receivable`: what suppliers owe us for defects that were put right. Party: the supplier.
 * - `recovery_income` and `recovery_write_off`: what we claim of them, and what of it they do not accept.
 * - `shipping_costs` and `carrier_payable`: parcels, as carriers invoice them. Party: the carrier.
 */
export const ACCOUNT_KINDS = {
  clearing: "debit",
  bank: "debit",
  receivable: "debit",
  payer_balance: "credit",
  reseller_balance: "credit",
  unallocated: "credit",
  deferred_revenue: "credit",
  earned_revenue: "credit",
  undelivered_goods: "credit",
  goods_income: "credit",
  fee_income: "credit",
  hold_income: "credit",
  tax_payable: "credit",
  refunds_payable: "credit",
  disputed: "debit",
  provider_costs: "debit",
  penalties: "debit",
  goodwill: "debit",
  supplier_receivable: "debit",
  recovery_income: "credit",
  recovery_write_off: "debit",
  shipping_costs: "debit",
  carrier_payable: "credit",
} as const satisfies Record<string, "debit" | "credit">;

export type AccountKind = keyof typeof ACCOUNT_KINDS;

/** An account by what it is. It comes into being when it is first posted to. */
export interface Account {
  readonly kind: AccountKind;
  readonly programme: string;
  readonly region: string;
  /** ISO 4217. */
  readonly currency: string;
  /** What tells accounts of a kind apart; never a name or an address. */
  readonly party?: string;
}
