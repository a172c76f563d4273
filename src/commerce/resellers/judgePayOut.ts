import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import type { Reseller } from "./reseller.ts";

/** What is known of a reseller when what is left on its balance is to be paid out. Its root is locked. */
export interface PayOutFacts extends Pick<Reseller, "state"> {
  readonly balanceMinor: number;
  /** What is open on its invoices. */
  readonly invoicedMinor: number;
  /** Orders that wait for their payment, or for what they bought. */
  readonly openOrders: number;
  /** Disputes of its payments that have not ended. */
  readonly openDisputes: number;
}

/** Whether what is left may leave: once the contract has ended and nothing is owed. Minor units. Pure. */
export function judgePayOut(facts: PayOutFacts): Decision<number> {
  const { state, balanceMinor, invoicedMinor, openOrders, openDisputes } = facts;
  if (state !== "ended") {
    return refuse("reseller_contract_runs");
  }
  if (balanceMinor <= 0) {
    return refuse("reseller_balance_empty");
  }
  const open = [
    ...(invoicedMinor > 0 ? ["invoices"] : []),
    ...(openOrders > 0 ? [`${openOrders} orders`] : []),
    ...(openDisputes > 0 ? [`${openDisputes} disputes`] : []),
  ];
  return open.length > 0
    ? refuse("reseller_not_settled", { says: `Still open are: ${open.join(", ")}.` })
    : accepted(balanceMinor);
}
