import { type Decision } from "../../platform/index.ts";
import { type ResellerAccount } from "./resellerAccount.ts";
/** Whether an account has as much as an order costs. Pure. */
export declare function judgeSpend(
  amountMinor: number,
  account: ResellerAccount,
  money: (minor: number) => string,
): Decision<"spend">;
