import type { SignedIn } from "../../client/index.ts";

/** The money screens, in the order they stand in. */
export const moneyPages = {
  charges: "/money/charges",
  refunds: "/money/refunds",
  holds: "/money/holds",
  returns: "/money/returns",
  disputes: "/money/disputes",
  bank: "/money/bank",
  balances: "/money/balances",
  invoices: "/money/invoices",
  issued: "/money/issued",
  ledger: "/money/ledger",
  earnings: "/money/earnings",
  reconciliation: "/money/reconciliation",
  transfers: "/money/transfers",
  recoveries: "/money/recoveries",
} as const;
export type MoneyPage = keyof typeof moneyPages;

const every = Object.keys(moneyPages) as MoneyPage[];

/** Which of them a role has, the first being where it starts. The server says what it permits. */
export function moneyPagesOf(role: SignedIn["role"]): readonly MoneyPage[] {
  if (role === "manager" || role === "integrator") {
    return every;
  }
  return role === "staff"
    ? ["refunds", "holds", "returns", "disputes", "issued", "transfers", "recoveries"]
    : [];
}
