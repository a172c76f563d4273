export { ACCOUNT_KINDS, type Account, type AccountKind } from "./account.ts";
export { balanceOf } from "./balanceOf.ts";
export { beginEarning, type EarningPeriod, type SaleKey } from "./beginEarning.ts";
export { bookCapture, type ChargeToBook } from "./bookCapture.ts";
export { type ChargeLine, sumOfLines } from "./chargeLine.ts";
export type { Into } from "./decideCapture.ts";
export { type Entry, type Posting, post, postAll } from "./post.ts";
export type { Sale, SaleState } from "./sale.ts";
export { saleOf, salesOf } from "./saleStore.ts";
