import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { grouped } from "../transfers/index.ts";
import { availableOf, type ResellerAccount } from "./resellerAccount.ts";

/** Whether an account has as much as an order costs. Pure. */
export function judgeSpend(
  amountMinor: number,
  account: ResellerAccount,
  money: (minor: number) => string,
): Decision<"spend"> {
  const missingMinor = amountMinor - availableOf(account);
  if (missingMinor <= 0) {
    return accepted("spend");
  }
  const reference = grouped(account.reference);
  return refuse("over_credit", {
    says: `This costs ${money(amountMinor)}; ${money(availableOf(account))} are there to spend.`,
    next: `Transfer ${money(missingMinor)} with the reference ${reference}, or pay by card.`,
  });
}
