export { listWithdrawals } from "./listWithdrawals.ts";
export {
  type Withdrawal,
  WithdrawalSchema,
  type WithdrawalView,
  type WithdrawnLine,
  withdrawalView,
} from "./withdrawal.ts";
export { mayWithdraw, withdrawalEnds } from "./withdrawalEnds.ts";
export { answerTold, insertWithdrawal, withdrawalsOf } from "./withdrawalStore.ts";
