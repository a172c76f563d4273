export { accountOf, accountsOf, moveBalance, takeBackTopUp } from "./accountStore.ts";
export { askCorrection, endBalanceCorrection } from "./correctBalance.ts";
export { type Correction, correctionOf, correctionStates, correctionsOf } from "./correctionStore.ts";
export { judgeSpend } from "./judgeSpend.ts";
export { lockAccount, lockResellerRoot } from "./lockAccount.ts";
export { changeResellerAccount, openResellerAccount } from "./openAccount.ts";
export {
  availableOf,
  balanceAccount,
  paymentRef,
  type ResellerAccount,
  resellerIn,
} from "./resellerAccount.ts";
export { movesBefore, movesOfMonth, type StatementMove } from "./statementStore.ts";
export { resellerNamed, takeTopUp } from "./takeTopUp.ts";
